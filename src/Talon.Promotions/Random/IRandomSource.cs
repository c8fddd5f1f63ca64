namespace Talon.Promotions;

/// <summary>Where all randomness comes from: the cryptographic generator in a host, a seeded one in a simulation.</summary>
public interface IRandomSource
{
    /// <summary>Fills <paramref name="bytes"/> with independent, uniform bytes. Safe to call from several threads.</summary>
    void Fill(Span<byte> bytes);
}
