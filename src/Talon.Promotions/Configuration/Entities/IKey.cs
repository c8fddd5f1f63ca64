namespace Talon.Promotions;

/// <summary>A stored key.</summary>
public interface IKey
{
    /// <summary>The public part of the key, by which it is found; "" for one that the operator chose.</summary>
    string Prefix { get; }

    /// <summary>SHA-256 of the whole key, in lower-case hexadecimal.</summary>
    string SecretHash { get; }

    /// <summary>Whether it is accepted at a moment.</summary>
    bool IsValidAt(DateTimeOffset now);
}
