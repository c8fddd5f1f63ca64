using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>An answer that a host sends as it is.</summary>
public sealed record ApiResponse
{
    /// <summary>The status code.</summary>
    public required int Status { get; init; }

    /// <summary>The content type; null when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Writes a body that is too large for memory; null where <see cref="Body"/> is the whole. What it throws ends the connection.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the host runs once the answer is on its way; must be run, whatever became of the sending.</summary>
    public AfterAnswer AfterAnswer { get; init; } = new();

    /// <summary>An answer without a body.</summary>
    public static ApiResponse Empty(int status) => new() { Status = status };

    /// <summary>An answer whose JSON is written already.</summary>
    public static ApiResponse Json(int status, ReadOnlyMemory<byte> body) =>
        new() { Status = status, ContentType = Answer.Json, Body = body };

    /// <summary>An answer that holds one value.</summary>
    public static ApiResponse Json<T>(int status, T value, JsonTypeInfo<T> type) =>
        Json(status, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>An answer written by hand.</summary>
    public static ApiResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Writer))
            write(writer);
        return Json(status, buffer.WrittenMemory);
    }
}
