using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>12. Refunds of returns sum to at most what was granted: what returns have undone, and what still stands, is what the closing granted.</summary>
internal sealed class Invariant12Refunds(World world, Histories histories) : Invariant(world, "Invariant 12, refunds sum to at most what was granted")
{
    private readonly Dictionary<string, (int Entries, decimal Refunded)> _sessions = [];

    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        if (commit.By is not { Operation.SessionId: { } id } by || histories.Find(id) is not { } history)
            return;
        var (seen, refunded) = _sessions.GetValueOrDefault(id);
        if (history.Entries.Count == seen)
            return;
        refunded = history.Last.Session.State == SessionState.PartiallyReturned ? refunded + Refunds(by) : 0;
        _sessions[id] = (history.Entries.Count, refunded);
        if (history.Last.Session.State != SessionState.PartiallyReturned)
            return;
        var granted = Discounts(history.Entries.FindLast(entry => entry.Session.State == SessionState.Closed)!.Effects);
        var standing = Discounts(history.Last.Effects);
        if (refunded > granted || granted - refunded != standing)
            Violated(FormattableString.Invariant($"{id} was granted {granted}, of which {refunded} was refunded, and {standing} stands"));
    }

    private static decimal Refunds(Sending by) => by.Rendered!.Effects.Select(effect => effect.Props).OfType<RollbackDiscountProps>().Sum(props => props.Value);

    private static decimal Discounts(IEnumerable<Effect> effects) => effects.Sum(effect => effect.Props switch
    {
        SetDiscountProps discount => discount.Value,
        SetDiscountPerItemProps discount => discount.Value,
        _ => 0,
    });
}
