using System.Security.Cryptography;

namespace Talon.Promotions;

/// <summary>The cryptographic generator of the operating system; what hosts use.</summary>
public sealed class SystemRandomSource : IRandomSource
{
    /// <summary>The one instance; it has no state.</summary>
    public static SystemRandomSource Instance { get; } = new();

    private SystemRandomSource()
    {
    }

    /// <inheritdoc/>
#pragma warning disable RS0030 // Hosts inject it; everything else asks the interface.
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
#pragma warning restore RS0030
}
