using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Tells the points that an update is about, as they are after it.</summary>
internal sealed class LoyaltyStates(ITableStore store, LoyaltyReader reader, CardReader cards)
{
    /// <summary>The points of a customer and of a card.</summary>
    /// <param name="application">The Application, which says which programmes.</param>
    /// <param name="customer">The customer; null when anonymous.</param>
    /// <param name="named">The cards that the request names.</param>
    /// <param name="doings">What the update does.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<Loyalty> ReadAsync(ApplicationConfiguration application, string? customer, IReadOnlyList<string> named, LoyaltyDoings doings, DateTimeOffset now, CancellationToken cancellation)
    {
        var programs = customer is null ? [] : application.LoyaltyPrograms.Values.Where(program => !program.CardBased).OrderBy(program => program.Id).ToList();
        var reading = Task.WhenAll(programs.Select(program => LedgersAsync(program, LedgerOwner.OfProfile(customer!), doings, now, cancellation)));
        var card = await cards.ReadAsync(application, named, cancellation);
        return new Loyalty((await reading).ToDictionary(ledgers => Number(ledgers.Id)), named.Count == 0 ? null : card?.Card is null ? [] : [await CardAsync(card, doings, now, cancellation)]);
    }

    /// <summary>A card with its points.</summary>
    public static LoyaltyCardState Show(CardRead card, LoyaltyAccount account, LoyaltyDoings doings, DateTimeOffset now)
    {
        var owner = LedgerOwner.OfCard(card.Identifier);
        return LoyaltyCardState.Of(card.Program!, card.Card!) with
        {
            Ledger = Info(card.Program!, account, "", owner, doings, now),
            Subledgers = Subledgers(card.Program!, account, owner, doings, now),
        };
    }

    private static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<LoyaltyProgramLedgers> LedgersAsync(LoyaltyProgram program, LedgerOwner owner, LoyaltyDoings doings, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await AfterAsync(program, owner, await reader.ReadAsync(program.Id, owner, cancellation), doings, cancellation);
        return new LoyaltyProgramLedgers
        {
            Id = program.Id,
            Title = program.Title,
            Name = program.Name,
            JoinDate = account.Joined(program, now) is { } joined ? TimeZoneInfo.ConvertTime(joined, program.Zone()) : null,
            Ledger = Info(program, account, "", owner, doings, now),
            SubLedgers = Subledgers(program, account, owner, doings, now),
        };
    }

    private async Task<LoyaltyCardState> CardAsync(CardRead card, LoyaltyDoings doings, DateTimeOffset now, CancellationToken cancellation) =>
        Show(card, await AfterAsync(card.Program!, LedgerOwner.OfCard(card.Identifier), card.Account!, doings, cancellation), doings, now);

    private async Task<LoyaltyAccount> AfterAsync(LoyaltyProgram program, LedgerOwner owner, LoyaltyAccount account, LoyaltyDoings doings, CancellationToken cancellation)
    {
        foreach (var operation in doings.Booked.Where(operation => operation.ProgramId == program.Id && operation.Owner == owner))
            account = new PointsWork(operation, program, account).Run()?.After ?? account;
        foreach (var back in doings.Returned.Where(back => back.Claim is PointsClaim && back.Claim.Partition == account.Partition))
        {
            if (await store.ReadAsync(account.Partition, back.Claim.RowKey, cancellation) is not { } row)
                continue;
            var stock = new LedgerStock(account.Ledger(((PointsClaim)back.Claim).Entry.Subledger), null, null);
            var after = (LedgerStock)stock.PutBack(RowCodec.Decode(row.Body, RowJson.Default.ClaimRow), back).After;
            account = account.With([after.Row]);
        }

        return account;
    }

    private static Dictionary<string, LedgerInfo>? Subledgers(LoyaltyProgram program, LoyaltyAccount account, LedgerOwner owner, LoyaltyDoings doings, DateTimeOffset now)
    {
        var announced = doings.Tentative.Select(effect => PointsChange.Of(effect.Props)).OfType<PointsChange>().Where(change => change.Is(program.Id, owner)).Select(change => change.Subledger);
        var infos = account.Ledgers.Keys.Concat(announced).Distinct().Where(subledger => subledger.Length > 0)
            .Select(subledger => (subledger, Info: Info(program, account, subledger, owner, doings, now)))
            .Where(pair => !pair.Info.IsZero)
            .ToDictionary(pair => pair.subledger, pair => pair.Info);
        return infos.Count == 0 ? null : infos;
    }

    private static LedgerInfo Info(LoyaltyProgram program, LoyaltyAccount account, string subledger, LedgerOwner owner, LoyaltyDoings doings, DateTimeOffset now)
    {
        var ledger = new Ledger(account.Ledger(subledger), now);
        var balance = ledger.Balance;
        var changes = doings.Tentative.Select(effect => PointsChange.Of(effect.Props)).OfType<PointsChange>().Where(change => change.Is(program.Id, owner) && change.Subledger == subledger).ToList();
        var tentative = balance.Active - balance.Negative + changes.Where(change => !change.Waits(now)).Sum(change => change.Points);
        var tiers = new TierView(program, account, ledger, now);
        return new LedgerInfo
        {
            CurrentBalance = Amounts.Normalise(balance.Active),
            PendingBalance = Amounts.Normalise(balance.Pending),
            NegativeBalance = Amounts.Normalise(balance.Negative),
            TentativeCurrentBalance = Amounts.Normalise(Math.Max(0, tentative)),
            TentativePendingBalance = Amounts.Normalise(balance.Pending + changes.Where(change => change.Waits(now)).Sum(change => change.Points)),
            TentativeNegativeBalance = Amounts.Normalise(Math.Max(0, -tentative)),
            CurrentTier = tiers.Current,
            PointsToNextTier = tiers.Next?.Missing,
            NextTierName = tiers.Next?.Name,
        };
    }
}
