using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The points that one update has read, and what its effects do to them.</summary>
internal sealed class PointsBook(LoyaltyReader reader, IdSource ids, UpdateScope scope) : IClaimBook
{
    private readonly Dictionary<long, LoyaltyAccount> _accounts = scope.Card is { Program: { } cards, Account: { } points } ? new() { [cards.Id] = points } : [];
    private readonly HashSet<LedgerKey> _asked = [];
    private readonly Dictionary<LedgerKey, decimal> _caps = [];
    private readonly Dictionary<LedgerKey, decimal> _held = [];
    private readonly Dictionary<LedgerKey, decimal> _heldWhenRead = [];
    private readonly Dictionary<string, PointsWant> _wanted = [];

    /// <inheritdoc/>
    public EvaluationFacts AddTo(EvaluationFacts facts) => facts with { Ledgers = _asked.ToDictionary(key => key, Facts) };

    /// <inheritdoc/>
    public Task ReadAsync(MissingFacts missing, CancellationToken cancellation)
    {
        _asked.UnionWith(missing.Ledgers);
        return ReadAsync(missing.Ledgers.Select(key => key.ProgramId), cancellation);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(Effect[] effects, IReadOnlyList<EffectKey> keys, CancellationToken cancellation)
    {
        await ReadAsync(effects.Select(effect => PointsExpiry.Ledger(effect.Props)).OfType<LedgerKey>().Select(key => key.ProgramId), cancellation);
        for (var i = 0; i < effects.Length; i++)
        {
            var props = Complete(effects[i].Props, keys[i]);
            if (!ReferenceEquals(props, effects[i].Props))
                effects[i] = effects[i] with { Props = props };
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Shortage> Shortages(EvaluationResult result)
    {
        foreach (var key in result.Short.Ledgers)
        {
            if (_accounts.TryGetValue(key.ProgramId, out var account))
                yield return new Shortage(this, key, account.Partition, LedgerRows.Ledger(key.SubLedgerId), account.Ledger(key.SubLedgerId).Claimed);
        }
    }

    /// <inheritdoc/>
    public async Task ReadAgainAsync(object key, CancellationToken cancellation)
    {
        var program = ((LedgerKey)key).ProgramId;
        _accounts[program] = await reader.ReadAsync(_accounts[program].Partition, cancellation);
        foreach (var (ledger, points) in _held.Where(held => held.Key.ProgramId == program))
            _heldWhenRead[ledger] = points;
        _caps.Remove((LedgerKey)key);
    }

    /// <inheritdoc/>
    public IEnumerable<Want> Wants(EvaluationResult result)
    {
        foreach (var effect in result.Effects)
        {
            if (effect.Props is not DeductLoyaltyPointsProps { Value: > 0 } deduct)
                continue;
            _wanted[deduct.TransactionUUID] = new PointsWant(effect, deduct);
            yield return new Want(this, deduct.TransactionUUID, deduct.Value);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ClaimRequest> RequestAsync(Want want, string id, decimal amount)
    {
        var wanted = _wanted[(string)want.Key];
        var owner = LedgerOwner.Of(scope.Customer ?? "", wanted.Props.CardIdentifier);
        var entry = new LedgerEntry
        {
            Kind = LedgerEntryKind.Deduction,
            Transaction = wanted.Props.TransactionUUID,
            Subledger = wanted.Props.SubLedgerId,
            Points = -amount,
            At = scope.Now,
            Id = await ids.NextAsync(IdKinds.LedgerEntry),
            Name = wanted.Props.Name,
            Origin = Origin(wanted.Effect),
        };
        return new ClaimRequest(new PointsClaim(Partitions.Ledger(wanted.Props.ProgramId, owner), LedgerRows.Ledger(entry.Subledger), $"{id}.{entry.Transaction}", amount, entry));
    }

    /// <inheritdoc/>
    public void Granted(Want want, ClaimVerdict verdict)
    {
        var key = _wanted[(string)want.Key].Ledger;
        _held[key] = _held.GetValueOrDefault(key) + verdict.Made!.Amount;
    }

    /// <inheritdoc/>
    public void Refused(Want want, ClaimVerdict verdict, decimal held)
    {
        var key = _wanted[(string)want.Key].Ledger;
        _caps[key] = new Ledger(((LedgerStock)verdict.Stock).Row, scope.Now, LedgerRoom.ToWrite()).Spendable + _held.GetValueOrDefault(key);
    }

    /// <inheritdoc/>
    public void GivenBack(Want want, decimal amount) => _held[_wanted[(string)want.Key].Ledger] -= amount;

    /// <summary>What caused an entry.</summary>
    public LedgerOrigin Origin(Effect effect) => new()
    {
        Application = scope.Application.Application.Id,
        Session = scope.Session,
        Store = scope.Store,
        Ruleset = effect.RulesetId,
        Rule = effect.RuleName,
    };

    private async Task ReadAsync(IEnumerable<long> programs, CancellationToken cancellation)
    {
        if (scope.Customer is not { } customer)
            return;
        var missing = programs.Distinct().Where(program => !_accounts.ContainsKey(program) && scope.Application.LoyaltyPrograms.GetValueOrDefault(program) is { CardBased: false }).ToList();
        var accounts = await Task.WhenAll(missing.Select(program => reader.ReadAsync(program, LedgerOwner.OfProfile(customer), cancellation)));
        foreach (var (program, account) in missing.Zip(accounts))
            _accounts[program] = account;
    }

    private LedgerFacts Facts(LedgerKey key)
    {
        if (!_accounts.TryGetValue(key.ProgramId, out var account))
            return new LedgerFacts();
        var ledger = new Ledger(account.Ledger(key.SubLedgerId), scope.Now);
        var tiers = Tiers(key.ProgramId);
        var held = tiers?.Now(ledger, account.Joined(Program(key.ProgramId), scope.Now), scope.Now);
        return new LedgerFacts
        {
            Current = Math.Min(ledger.Balance.Active + _heldWhenRead.GetValueOrDefault(key), _caps.GetValueOrDefault(key, decimal.MaxValue)),
            Pending = ledger.Balance.Pending,
            Negative = ledger.Balance.Negative,
            Tier = held is null ? null : tiers!.Find(held.TierId)!.Name,
            TierExpiryDate = held?.Until,
        };
    }

    private EffectProps Complete(EffectProps props, EffectKey effect) => props switch
    {
        AddLoyaltyPointsProps added => added with { TransactionUUID = EffectKeys.Uuid(scope.Operation, effect) },
        DeductLoyaltyPointsProps deducted => deducted with { TransactionUUID = EffectKeys.Uuid(scope.Operation, effect) },
        ChangeLoyaltyTierLevelProps tier => tier with { ExpiryDate = Tiers(tier.ProgramId)?.End(tier.NewTierName, _accounts.GetValueOrDefault(tier.ProgramId)?.Joined(Program(tier.ProgramId), scope.Now), scope.Now) },
        _ when PointsExpiry.Ledger(props) is { } key && _accounts.TryGetValue(key.ProgramId, out var account) => PointsExpiry.Complete(props, account.Ledger(key.SubLedgerId), Zone(key.ProgramId), scope.Now),
        _ => props,
    };

    private Tiers? Tiers(long program) => Program(program) is { Tiers.Count: > 0 } found ? new Tiers(found) : null;

    private TimeZoneInfo Zone(long program) => Program(program)?.Zone() ?? TimeZoneInfo.Utc;

    private LoyaltyProgram? Program(long program) => scope.Application.LoyaltyPrograms.GetValueOrDefault(program);

    private sealed record PointsWant(Effect Effect, DeductLoyaltyPointsProps Props)
    {
        public LedgerKey Ledger => new(Props.ProgramId, Props.SubLedgerId);
    }
}
