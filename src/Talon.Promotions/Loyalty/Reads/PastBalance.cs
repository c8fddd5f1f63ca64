namespace Talon.Promotions;

/// <summary>Works out the points of a ledger at a moment of the past, from the entries noted until then, in any order.</summary>
internal sealed class PastBalance(DateTimeOffset at)
{
    private readonly Dictionary<string, decimal> _waiting = [];
    private readonly Dictionary<string, decimal> _lost = [];
    private readonly HashSet<string> _activated = [];
    private decimal _sum;
    private decimal _spent;
    private decimal _expired;

    /// <summary>The points then.</summary>
    public LedgerBalance Balance
    {
        get
        {
            var pending = _waiting.Where(lot => !_activated.Contains(lot.Key)).Sum(lot => Math.Max(0, lot.Value + _lost.GetValueOrDefault(lot.Key)));
            var rest = _sum - pending;
            return new LedgerBalance(Math.Max(0, rest), pending, Math.Max(0, -rest), _spent, _expired);
        }
    }

    /// <summary>Counts an entry, if it is not of a later time.</summary>
    public void Add(LedgerEntry entry)
    {
        if (entry.At > at)
            return;
        _sum += entry.Points;
        switch (entry.Kind)
        {
            case LedgerEntryKind.Addition when !(entry.From <= at):
                _waiting[entry.Transaction] = entry.Points;
                break;
            case LedgerEntryKind.Activation:
                _activated.Add(entry.Transaction);
                break;
            case LedgerEntryKind.Expiry:
                _expired -= entry.Points;
                Lose(entry);
                break;
            case LedgerEntryKind.AdditionRollback:
                Lose(entry);
                break;
            case LedgerEntryKind.Deduction or LedgerEntryKind.DeductionRollback:
                _spent -= entry.Points;
                break;
        }
    }

    private void Lose(LedgerEntry entry) => _lost[entry.Transaction] = _lost.GetValueOrDefault(entry.Transaction) + entry.Points;
}
