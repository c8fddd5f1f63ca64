using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Talon.Promotions;

/// <summary>Turns records into row bodies and back: JSON, compressed once it is large.</summary>
/// <remarks>The first byte tells: '{' begins plain JSON, 1 begins Brotli.</remarks>
internal static class RowCodec
{
    private const int CompressAbove = 8 * 1024;
    private const byte Brotli = 1;

    /// <summary>The body of a row that says all there is to say by being there.</summary>
    public static byte[] Empty { get; } = "{}"u8.ToArray();

    /// <summary>The row body of a record.</summary>
    public static byte[] Encode<T>(T record, JsonTypeInfo<T> info) => Pack(JsonSerializer.SerializeToUtf8Bytes(record, info));

    /// <summary>The row body of JSON.</summary>
    public static byte[] Pack(byte[] json) => json.Length <= CompressAbove ? json : Compress(json);

    /// <summary>The record of a row body.</summary>
    public static T Decode<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> info) => body.Span[0] == Brotli
        ? StoredJson.Read(Decompress(body.Span[1..]), info)
        : StoredJson.Read(body.Span, info);

    /// <summary>Compresses bytes behind the marker.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 1);
        try
        {
            buffer[0] = Brotli;
            if (!BrotliEncoder.TryCompress(bytes, buffer.AsSpan(1), out var written, quality: 1, window: 22))
                throw new InvalidOperationException("Brotli refused a buffer of its own maximum length.");
            return buffer.AsSpan(0, written + 1).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Undoes <see cref="Compress"/>, given what follows the marker.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> bytes)
    {
        using var source = new MemoryStream(bytes.ToArray());
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream(bytes.Length * 8);
        brotli.CopyTo(target);
        return target.ToArray();
    }
}
