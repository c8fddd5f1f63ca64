using System.Buffers;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Packs changes: a compressed JSON array of kind, id and entity (or null), one after the other.</summary>
internal static class ChangeCodec
{
    private const int Quality = 4;
    private const int Window = 22;
    private static readonly JsonWriterOptions Writer = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Pack(IEnumerable<ConfigurationChange> changes)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, Writer))
        {
            writer.WriteStartArray();
            foreach (var change in changes)
            {
                writer.WriteStringValue(change.Kind.Name);
                writer.WriteNumberValue(change.Id);
                if (change.Entity is null)
                    writer.WriteNullValue();
                else
                    change.Kind.Write(writer, change.Entity);
            }

            writer.WriteEndArray();
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(text.WrittenCount)];
        return BrotliEncoder.TryCompress(text.WrittenSpan, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException("The configuration cannot be compressed.");
    }

    /// <summary>Unpacks changes. Kinds that this version does not know are left out.</summary>
    public static List<ConfigurationChange> Unpack(Stream packed)
    {
        using var text = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionMode.Decompress))
            brotli.CopyTo(text);

        List<ConfigurationChange> changes = [];
        var reader = new Utf8JsonReader(text.GetBuffer().AsSpan(0, (int)text.Length), new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var kind = EntityKinds.Find(reader.GetString()!);
            reader.Read();
            var id = reader.GetInt64();
            reader.Read();
            if (kind is null)
                reader.Skip();
            else
                changes.Add(ConfigurationChange.Of(kind, id, reader.TokenType == JsonTokenType.Null ? null : kind.Read(ref reader)));
        }

        return changes;
    }
}
