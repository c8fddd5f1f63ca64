using System.Text;

namespace Talon.Http;

/// <summary>Writes CSV files, RFC 4180.</summary>
internal static class CsvLines
{
    /// <summary>A field, in quotes where it needs them.</summary>
    public static string Quote(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A writer of lines; it leaves the stream open.</summary>
    public static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Writes a file of one column.</summary>
    public static async Task WriteAsync(Stream stream, string column, IAsyncEnumerable<string> values)
    {
        await using var writer = Open(stream);
        await writer.WriteLineAsync(column);
        await foreach (var value in values)
            await writer.WriteLineAsync(Quote(value));
    }
}
