namespace Talon.RuleEngine.Knowledge;

/// <summary>Amounts that the effects of an evaluation add to what is known.</summary>
internal sealed class Tentative<TKey>(Journal journal)
    where TKey : notnull
{
    private Dictionary<TKey, decimal>? _amounts;

    public decimal this[TKey key] => _amounts is null ? 0 : _amounts.GetValueOrDefault(key);

    public void Add(TKey key, decimal amount)
    {
        var amounts = _amounts ??= [];
        var before = this[key];
        journal.Record(() => amounts[key] = before);
        amounts[key] = before + amount;
    }
}
