using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reads request bodies.</summary>
internal static class JsonBody
{
    /// <summary>Deepest nesting of arrays and objects.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>Reads to the end, but no further than <paramref name="limit"/> bytes; refuses a longer body.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, limit + 1));
            var read = await body.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > limit)
                throw Refused("maxLength", $"The body is longer than {limit} bytes");
        }
    }

    /// <summary>Parses a body; refuses what is not one JSON value in UTF-8 with unique keys and whole characters.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        var json = body.Span;
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw Refused("required", "A JSON body is required");
        if (!Utf8.IsValid(json))
            throw Refused("Invalid JSON", "The body is not valid UTF-8");
        if (json.IndexOf("\\u"u8) >= 0 && JsonText.FindProblem(json) is { } problem)
            throw new InvalidRequestException(problem);
        try
        {
            return JsonElement.Parse(json, Strict);
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException(JsonText.FindProblem(json)
                ?? new Problem("Invalid JSON", exception.Message, ""));
        }
    }

    private static InvalidRequestException Refused(string title, string details) => new(new Problem(title, details, ""));
}
