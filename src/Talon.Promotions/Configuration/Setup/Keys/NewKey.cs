namespace Talon.Promotions;

/// <summary>A key just made.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Secret">The whole key, to be shown once; it is not stored.</param>
public sealed record NewKey<T>(T Key, string Secret)
    where T : IKey;
