using System.Buffers.Binary;

namespace Talon.Promotions;

/// <summary>A random source that repeats itself from its seed. For simulations and tests, never for secrets.</summary>
/// <remarks>SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.</remarks>
public sealed class SeededRandomSource(ulong seed) : IRandomSource
{
    private readonly Lock _lock = new();
    private ulong _state = seed;

    /// <inheritdoc/>
    public void Fill(Span<byte> bytes)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        lock (_lock)
        {
            for (; bytes.Length > 0; bytes = bytes[Math.Min(word.Length, bytes.Length)..])
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, Next());
                word[..Math.Min(word.Length, bytes.Length)].CopyTo(bytes);
            }
        }
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
