namespace Talon.RuleEngine.Knowledge;

/// <summary>Amounts that the effects of an evaluation add to what is known.</summary>
internal sealed class Tentative<TKey>(Journal journal)
    where TKey : notnull
{
    private readonly Dictionary<TKey, decimal> _amounts = [];

    public decimal this[TKey key] => _amounts.GetValueOrDefault(key);

    public void Add(TKey key, decimal amount)
    {
        var before = this[key];
        journal.Record(() => _amounts[key] = before);
        _amounts[key] = before + amount;
    }
}
