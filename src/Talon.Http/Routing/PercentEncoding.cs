using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Talon.Http;

/// <summary>Decodes parts of a URL, strictly.</summary>
internal static class PercentEncoding
{
    /// <summary>Decodes one part; false when an escape is broken or the bytes are not UTF-8.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="plusIsSpace">Whether a plus sign means a space, as in a query.</param>
    /// <param name="decoded">What it means; "" on failure.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, bool plusIsSpace, out string decoded)
    {
        if (text.IndexOfAny('%', '+') < 0)
        {
            decoded = text.ToString();
            return Utf8.IsValid(Encoding.UTF8.GetBytes(decoded)) && !HasHalfPair(decoded);
        }

        decoded = "";
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length]))
                    return false;
                length++;
                i += 2;
            }
            else if (text[i] == '+' && plusIsSpace)
                bytes[length++] = (byte)' ';
            else
                length += EncodeCharacter(text, ref i, bytes.AsSpan(length));
        }

        if (!Utf8.IsValid(bytes.AsSpan(0, length)))
            return false;
        decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return !HasHalfPair(text);
    }

    private static int EncodeCharacter(ReadOnlySpan<char> text, ref int at, Span<byte> bytes)
    {
        var isPair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        var start = at;
        if (isPair)
            at++;
        return Encoding.UTF8.GetBytes(text[start..(at + 1)], bytes);
    }

    private static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
