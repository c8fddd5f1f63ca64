using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Talon.Promotions;

/// <summary>Bytes that only the holder of a secret key can foresee: HMAC-SHA256 over a counter.</summary>
/// <remarks>The same key and number give the same bytes, so that work which is repeated draws what it drew before. Not for several threads.</remarks>
internal sealed class KeyedRandomSource(ReadOnlyMemory<byte> key, long number) : IRandomSource
{
    /// <summary>The length of a key that nobody guesses.</summary>
    public const int KeyLength = 32;

    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private int _used = SHA256.HashSizeInBytes;
    private long _blocks;

    /// <inheritdoc/>
    public void Fill(Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == _block.Length)
                Refill();
            var some = Math.Min(bytes.Length, _block.Length - _used);
            _block.AsSpan(_used, some).CopyTo(bytes);
            _used += some;
            bytes = bytes[some..];
        }
    }

    private void Refill()
    {
        Span<byte> counter = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(counter, number);
        BinaryPrimitives.WriteInt64BigEndian(counter[8..], _blocks++);
        HMACSHA256.HashData(key.Span, counter, _block);
        _used = 0;
    }
}
