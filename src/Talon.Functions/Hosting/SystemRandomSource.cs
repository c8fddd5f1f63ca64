using System.Security.Cryptography;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>Randomness of the operating system.</summary>
internal sealed class SystemRandomSource : IRandomSource
{
    public static SystemRandomSource Instance { get; } = new();

    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
