using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Talon.Storage;

/// <summary>A message that was put aside, with the reason.</summary>
/// <param name="Body">The message as it was sent; replaying it sends this.</param>
/// <param name="Reason">What went wrong at last; null when nobody said.</param>
/// <param name="FailedAt">When; null when nobody said.</param>
public sealed record PoisonMessage(string Body, string? Reason, DateTimeOffset? FailedAt)
{
    private const int MaxReason = 1000;

    /// <summary>The message that failed.</summary>
    public static PoisonMessage From(string body, Exception failure, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(body, $"{failure.GetType().Name}: {failure.Message}", now);
    }

    /// <summary>The text that stands in the poison queue.</summary>
    public string Encode()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("poison", Body);
            if (Reason is not null)
                writer.WriteString("reason", Reason.Length > MaxReason ? Reason[..MaxReason] : Reason);
            if (FailedAt is { } time)
                writer.WriteString("failedAt", time);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a text of a poison queue; one that a queue moved by itself is the message alone.</summary>
    public static PoisonMessage Decode(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("poison", out var body) && body.ValueKind == JsonValueKind.String)
                return new(
                    body.GetString()!,
                    root.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
                    root.TryGetProperty("failedAt", out var time) ? time.GetDateTimeOffset() : null);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // Not such a text.
        }

        return new(text, null, null);
    }
}
