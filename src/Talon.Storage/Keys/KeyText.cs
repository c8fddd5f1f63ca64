using System.Security.Cryptography;
using System.Text;

namespace Talon.Storage;

/// <summary>Makes key parts out of text and numbers that sort and fit the key alphabet.</summary>
public static class KeyText
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The SHA-256 of any text in lower-case base32 without padding: 52 characters.</summary>
    /// <remarks>The text itself belongs in the row's body, to be compared.</remarks>
    public static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Base32(hash);
    }

    /// <summary>A non-negative number, padded so that ordinal order is numeric order.</summary>
    public static string Number(long value) => value.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[(bytes.Length * 8 + 4) / 5];
        int at = 0, bits = 0;
        uint buffer = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            for (; bits >= 5; bits -= 5)
                text[at++] = Alphabet[(int)(buffer >> (bits - 5)) & 31];
        }

        if (bits > 0)
            text[at] = Alphabet[(int)(buffer << (5 - bits)) & 31];
        return new string(text);
    }
}
