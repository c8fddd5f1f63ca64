using System.Text;

namespace Talon.Http;

/// <summary>Reads multipart bodies, RFC 7578.</summary>
internal static class MultipartForm
{
    private const int LongestBoundary = 70;

    /// <summary>The boundary that a content type names; null when there is none.</summary>
    public static string? BoundaryOf(string contentType)
    {
        foreach (var parameter in contentType.Split(';').Skip(1))
        {
            var (name, value) = Split(parameter);
            if (name.Equals("boundary", StringComparison.OrdinalIgnoreCase) && value.Length is > 0 and <= LongestBoundary)
                return value;
        }

        return null;
    }

    /// <summary>The content of a field; null when the form has none of that name.</summary>
    public static ReadOnlyMemory<byte>? Find(ReadOnlyMemory<byte> body, string boundary, string field)
    {
        var delimiter = Encoding.ASCII.GetBytes("\r\n--" + boundary);
        var at = body.Span.StartsWith(delimiter.AsSpan(2)) ? delimiter.Length - 2 : After(body, 0, delimiter);
        while (at >= 0)
        {
            var next = body.Span[at..].IndexOf(delimiter);
            var headers = body.Span[at..].IndexOf("\r\n\r\n"u8);
            if (next < 0 || headers < 0 || headers > next)
                return null;
            if (NameOf(Encoding.UTF8.GetString(body.Span.Slice(at, headers))) == field)
                return body.Slice(at + headers + 4, Math.Max(0, next - headers - 4));
            at += next + delimiter.Length;
        }

        return null;
    }

    private static int After(ReadOnlyMemory<byte> body, int from, ReadOnlySpan<byte> delimiter) =>
        body.Span[from..].IndexOf(delimiter) is var found and >= 0 ? from + found + delimiter.Length : -1;

    private static string? NameOf(string headers)
    {
        var disposition = headers.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));
        return disposition?.Split(';').Skip(1).Select(Split).Where(pair => pair.Name.Equals("name", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value).FirstOrDefault();
    }

    private static (string Name, string Value) Split(string parameter)
    {
        var parts = parameter.Split('=', 2);
        return parts.Length == 2 ? (parts[0].Trim(), parts[1].Trim().Trim('"')) : ("", "");
    }
}
