namespace Talon.RuleEngine.Talang;

/// <summary>A map of the rule language: names to values.</summary>
internal sealed class ValueMap(IReadOnlyDictionary<string, Value> entries)
{
    public static readonly ValueMap Empty = new(new Dictionary<string, Value>());

    public IReadOnlyDictionary<string, Value> Entries { get; } = entries;
}
