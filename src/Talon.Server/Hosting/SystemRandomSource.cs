using System.Security.Cryptography;
using Talon.Promotions;

namespace Talon.Server;

/// <summary>Randomness of the operating system.</summary>
internal sealed class SystemRandomSource : IRandomSource
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
