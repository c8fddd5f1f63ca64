using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Takes back points that a session granted. How many depends on balances, so it is decided and claimed before the commit.</summary>
internal sealed class PointsTakeBack(LimitLedger limits, ITableStore store, IdSource ids)
{
    /// <summary>The claims that take points back, one per ledger.</summary>
    /// <param name="attempt">The attempt that undoes.</param>
    /// <param name="read">The session, which says under which programmes.</param>
    /// <param name="wanted">How many points of which effects.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the giving out of ids.</param>
    public async Task<IReadOnlyList<PointsRollbackClaim>> PlanAsync(AttemptReference attempt, SessionRead read, IEnumerable<(GrantedEffect Effect, decimal Points)> wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        var claims = new List<PointsRollbackClaim>();
        var ledgers = wanted.Where(pair => pair.Effect.Points is not null && pair.Points > 0)
            .GroupBy(pair => (pair.Effect.Points!.ProgramId, pair.Effect.Points.Owner, pair.Effect.Points.Subledger));
        foreach (var ledger in ledgers)
        {
            var (program, owner, subledger) = ledger.Key;
            var grants = new List<PointsRollback>();
            foreach (var (effect, points) in ledger)
                grants.Add(new PointsRollback(effect.Points!.Shares, points, Entry(effect, read, subledger, now) with { Id = await ids.NextAsync(IdKinds.LedgerEntry, cancellation) }));
            var policy = read.Application.LoyaltyPrograms.GetValueOrDefault(program)?.ReturnPolicy ?? ReturnPolicy.WithinBalance;
            var id = $"{attempt.Id}.back.{claims.Count}";
            claims.Add(new PointsRollbackClaim(Partitions.Ledger(program, owner), LedgerRows.Ledger(subledger), id, grants.Sum(grant => grant.Points), subledger, policy, now, grants));
        }

        return claims;
    }

    /// <summary>Makes the claims; what was taken.</summary>
    public async Task<TakenPoints> ClaimAsync(IReadOnlyList<PointsRollbackClaim> claims, AttemptReference attempt)
    {
        var verdicts = await limits.ClaimAsync([.. claims.Select(claim => new ClaimRequest(claim))], attempt);
        return new TakenPoints(verdicts.SelectMany(verdict => verdict.Made!.Points!.TakenBack));
    }

    /// <summary>What the claims would take now; nothing is taken.</summary>
    public async Task<TakenPoints> PreviewAsync(IReadOnlyList<PointsRollbackClaim> claims, CancellationToken cancellation)
    {
        var stocks = await Task.WhenAll(claims.Select(claim => LedgerStock.ReadAsync(store, claim.Partition, claim.Subledger, [claim], isPreview: true, cancellation)));
        return new TakenPoints(claims.Zip(stocks).SelectMany(pair => pair.Second.Take(pair.First, null)!.Points!.TakenBack));
    }

    /// <summary>What gives points back that a session spent.</summary>
    public async Task<ClaimReturn> GiveBackAsync(PointsClaim claim, DateTimeOffset now, CancellationToken cancellation) => new(
        claim,
        claim.Amount,
        claim.Entry with { Kind = LedgerEntryKind.DeductionRollback, Points = claim.Amount, At = now, Id = await ids.NextAsync(IdKinds.LedgerEntry, cancellation) });

    private static LedgerEntry Entry(GrantedEffect effect, SessionRead read, string subledger, DateTimeOffset now) => new()
    {
        Kind = LedgerEntryKind.AdditionRollback,
        Transaction = "",
        Subledger = subledger,
        Points = 0,
        At = now,
        Name = effect.Effect.Props is AddLoyaltyPointsProps added ? added.Name : effect.Effect.RuleName,
        Origin = new LedgerOrigin
        {
            Application = read.Application.Application.Id,
            Session = read.Stored!.Session.IntegrationId,
            Store = read.Stored.Session.StoreIntegrationId,
            Ruleset = effect.Effect.RulesetId,
            Rule = effect.Effect.RuleName,
        },
    };
}
