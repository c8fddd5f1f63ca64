using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>Remembers which texts stood in long bodies, so that a call is found by a name in the part that was not kept.</summary>
/// <remarks>
/// A Bloom filter of fixed size: it never forgets a text, and may take one for another, the more so the more there are. Who asks
/// it removes a call too many at worst.
/// </remarks>
public static class TextFilter
{
    /// <summary>Longest text that is remembered, in bytes; no id of a customer is longer.</summary>
    private const int LongestText = 4000;

    private const int Bytes = 2048;
    private const int Probes = 4;

    /// <summary>The filter of all texts that are values in JSON bodies; one that holds everything when a body is not JSON.</summary>
    public static byte[] Of(params ReadOnlySpan<ReadOnlyMemory<byte>> bodies)
    {
        var filter = new byte[Bytes];
        try
        {
            foreach (var body in bodies)
                Add(filter, body.Span);
        }
        catch (JsonException)
        {
            filter.AsSpan().Fill(byte.MaxValue);
        }

        return filter;
    }

    /// <summary>Whether a text may have been there.</summary>
    public static bool MayHold(byte[] filter, string text)
    {
        Span<int> bits = stackalloc int[Probes];
        Find(Encoding.UTF8.GetBytes(text), bits);
        foreach (var bit in bits)
            if ((filter[bit / 8] & (1 << (bit % 8))) == 0)
                return false;
        return true;
    }

    private static void Add(byte[] filter, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return;
        Span<int> bits = stackalloc int[Probes];
        Span<byte> text = stackalloc byte[LongestText];
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestText)
                continue;
            Find(text[..reader.CopyString(text)], bits);
            foreach (var bit in bits)
                filter[bit / 8] |= (byte)(1 << (bit % 8));
        }
    }

    private static void Find(ReadOnlySpan<byte> text, Span<int> bits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        for (var i = 0; i < bits.Length; i++)
            bits[i] = BinaryPrimitives.ReadUInt16LittleEndian(hash[(2 * i)..]) % (Bytes * 8);
    }
}
