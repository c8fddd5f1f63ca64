namespace Talon.Promotions;

/// <summary>What a caller says of a value map. Meanings as in <see cref="ValueMap"/>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Entries">The mapping.</param>
public sealed record ValueMapInput(string Name, IReadOnlyDictionary<string, decimal> Entries);
