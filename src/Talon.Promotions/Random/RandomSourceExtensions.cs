using System.Buffers.Binary;

namespace Talon.Promotions;

/// <summary>Uniform numbers and texts from an <see cref="IRandomSource"/>.</summary>
public static class RandomSourceExtensions
{
    /// <summary>A uniform number from 0 up to <paramref name="bound"/> (excluded), which is at least 1.</summary>
    public static int Below(this IRandomSource random, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        var fair = uint.MaxValue - (uint)((1UL << 32) % (uint)bound);
        while (true)
        {
            random.Fill(bytes);
            var draw = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            if (draw <= fair)
                return (int)(draw % (uint)bound);
        }
    }

    /// <summary>A text of <paramref name="length"/> independent characters of <paramref name="alphabet"/>.</summary>
    public static string Text(this IRandomSource random, int length, string alphabet)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
            text[i] = alphabet[random.Below(alphabet.Length)];
        return new string(text);
    }

    /// <summary>An identifier that never comes twice: 128 random bits in 32 hexadecimal digits.</summary>
    public static string UniqueId(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>An identifier that never comes twice, in the form of a UUID.</summary>
    public static string Uuid(this IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        return EffectKeys.Uuid(bytes);
    }
}
