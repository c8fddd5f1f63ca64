using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Turns the effects of a closing into what is booked on ledgers.</summary>
/// <remarks>Points that reopening left with the customer are not granted a second time: only what is missing is booked.</remarks>
internal sealed class PointsGranting(IdSource ids, PointsBook book, UpdateScope scope)
{
    private const int MostSubledgers = 20;

    private readonly Dictionary<(long Program, LedgerOwner Owner), (List<PointsAddition> Additions, List<ExpiryMove> Moves)> _booked = [];
    private readonly Dictionary<int, PointsGrant> _grants = [];

    /// <summary>What the effects book.</summary>
    /// <param name="attempt">The attempt that closes the session.</param>
    /// <param name="effects">The effects.</param>
    /// <param name="left">Points that reopening left.</param>
    /// <param name="cancellation">Ends the giving out of ids.</param>
    public async Task<PointsBookings> RunAsync(AttemptReference attempt, IReadOnlyList<Effect> effects, IReadOnlyList<PointsGrant> left, CancellationToken cancellation)
    {
        var kept = left.ToList();
        var keys = EffectKeys.Of(effects);
        for (var i = 0; i < effects.Count; i++)
        {
            if (effects[i].Props is AddLoyaltyPointsProps { Value: > 0 } props)
                _grants[i] = await GrantAsync(effects[i], props, keys[i], kept, cancellation);
            else if (PointsExpiry.Ledger(effects[i].Props) is { } ledger && scope.Customer is { } customer)
                Of(ledger.ProgramId, LedgerOwner.OfProfile(customer)).Moves.AddRange(PointsExpiry.Moved(effects[i].Props).Select(move => new ExpiryMove(ledger.SubLedgerId, move.TransactionUUID, move.NewExpiryDate)));
        }

        return new PointsBookings(_grants, [.. _booked.Where(pair => pair.Value.Additions.Count + pair.Value.Moves.Count > 0).SelectMany(pair => Operations(attempt, pair.Key.Program, pair.Key.Owner))], kept);
    }

    private async Task<PointsGrant> GrantAsync(Effect effect, AddLoyaltyPointsProps props, EffectKey key, List<PointsGrant> kept, CancellationToken cancellation)
    {
        var owner = LedgerOwner.Of(props.RecipientIntegrationId, props.CardIdentifier);
        var shares = Take(kept, key, props, owner);
        var missing = props.Value - shares.Sum(share => share.Points);
        if (missing > 0)
        {
            var lot = await LotAsync(props, missing, cancellation);
            shares.Add(new PointsShare(lot, missing));
            Of(props.ProgramId, owner).Additions.Add(new PointsAddition(props.SubLedgerId, lot, book.Origin(effect)));
        }

        return new PointsGrant(key, props.ProgramId, props.SubLedgerId, owner, shares);
    }

    /// <summary>Takes what reopening left of the same effect, as far as the effect still grants it.</summary>
    private static List<PointsShare> Take(List<PointsGrant> kept, EffectKey key, AddLoyaltyPointsProps props, LedgerOwner owner)
    {
        var shares = new List<PointsShare>();
        var at = kept.FindIndex(grant => grant.Effect == key && grant.ProgramId == props.ProgramId && grant.Subledger == props.SubLedgerId && grant.Owner == owner);
        if (at < 0)
            return shares;
        var (rest, wanted) = (new List<PointsShare>(), props.Value);
        foreach (var share in kept[at].Shares)
        {
            var taken = Math.Min(share.Points, wanted);
            wanted -= taken;
            if (taken > 0)
                shares.Add(share with { Points = taken });
            if (taken < share.Points)
                rest.Add(share with { Points = share.Points - taken });
        }

        kept[at] = kept[at] with { Shares = rest };
        kept.RemoveAll(grant => grant.Shares.Count == 0);
        return shares;
    }

    private async Task<Lot> LotAsync(AddLoyaltyPointsProps props, decimal points, CancellationToken cancellation) => new()
    {
        Id = props.TransactionUUID,
        Points = points,
        Created = scope.Now,
        From = props.AwaitsActivation == true ? null : props.StartDate ?? scope.Now,
        Until = props.ExpiryDate,
        Validity = props.AwaitsActivation == true ? props.ValidityDuration : null,
        Name = props.Name,
        EntryId = await ids.NextAsync(IdKinds.LedgerEntry, cancellation),
        Application = scope.Application.Application.Id,
        Session = scope.Session,
    };

    private (List<PointsAddition> Additions, List<ExpiryMove> Moves) Of(long program, LedgerOwner owner)
    {
        if (!_booked.TryGetValue((program, owner), out var lists))
            _booked[(program, owner)] = lists = ([], []);
        return lists;
    }

    /// <summary>One operation, or several where one would write more subledgers than go into its transaction.</summary>
    private IEnumerable<PointsOperation> Operations(AttemptReference attempt, long program, LedgerOwner owner)
    {
        var (additions, moves) = _booked[(program, owner)];
        var subledgers = additions.Select(addition => addition.Subledger).Union(moves.Select(move => move.Subledger));
        return subledgers.Chunk(MostSubledgers).Select((chunk, i) => new PointsOperation
        {
            Id = i == 0 ? attempt.Id : string.Create(CultureInfo.InvariantCulture, $"{attempt.Id}.{i}"),
            At = scope.Now,
            ProgramId = program,
            Owner = owner,
            Additions = [.. additions.Where(addition => chunk.Contains(addition.Subledger))],
            ExpiryMoves = [.. moves.Where(move => chunk.Contains(move.Subledger))],
        });
    }
}
