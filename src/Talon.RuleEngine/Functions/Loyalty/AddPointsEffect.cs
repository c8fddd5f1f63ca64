using Talon.RuleEngine.Budgets;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Emits points, and the rise to a higher tier that they bring.</summary>
internal sealed class AddPointsEffect(Call call, long programme, LoyaltyProgramDefinition? settings, PointsTerm term)
{
    private static readonly Fault NoSubledgers = Fault.Refused(new("SubledgerNotAllowed", "subledger of the programme", "not allowed", "the main one"));

    private readonly Func<Scope, string> _subledger = call.Text(1);
    private readonly Func<Scope, decimal> _amount = call.Number(2);
    private readonly Func<Scope, string> _name = call.Text(3);
    private readonly Func<Scope, string>? _card = call.Option<string>("card");
    private readonly bool _partial = call.Switch("partial") ?? call.Binder.Settings.PartialDiscounts;
    private readonly Budget _points = call.Binder.Budget(LimitActions.CreateLoyaltyPoints);
    private readonly Budget _effects = call.Binder.Budget(LimitActions.CreateLoyaltyPointsEffect);

    public bool Run(Scope scope)
    {
        var (name, amount, ledger) = (_name(scope), Amounts.Normalise(_amount(scope)), new LedgerKey(programme, _subledger(scope)));
        var (recipient, card) = PointsHolder.Find(scope, settings, programme, _card?.Invoke(scope));
        if (amount < 0)
            scope.Fail(Points.Negative);
        if (ledger.SubLedgerId.Length > 0 && settings is { AllowSubledger: false })
            scope.Fail(NoSubledgers);
        if (amount > Amounts.Largest)
            scope.Fail(Faults.TooLarge);
        if (scope.Fault is not null || !TryTake(scope, amount, out var granted))
            return false;

        scope.Output.Emit(scope, new AddLoyaltyPointsProps(
            name, programme, ledger.SubLedgerId, granted, recipient, "", _partial ? amount : null, term.Start(scope), term.End(scope),
            CardIdentifier: card, AwaitsActivation: term.OnAction ? true : null, ValidityDuration: term is { OnAction: true, Validity: { } validity } ? validity.ToString() : null));
        if (term is { OnAction: false, Pending: null })
            Count(scope, ledger, granted);
        return true;
    }

    private bool TryTake(Scope scope, decimal amount, out decimal granted)
    {
        granted = _points.Left(scope, amount, out var refusal);
        if (_effects.Left(scope, 1, out var effects) < 1)
            (granted, refusal) = (0, effects);
        if (refusal is not null && (!_partial || granted <= 0))
        {
            scope.Fail(refusal);
            return false;
        }

        _points.Take(scope, granted);
        _effects.Take(scope, 1);
        return true;
    }

    /// <summary>Counts active points; a tier is only ever raised by points.</summary>
    private void Count(Scope scope, LedgerKey ledger, decimal points)
    {
        var isFirst = scope.Known.Points[ledger] == 0;
        var before = Points.Balance(scope, ledger, "tentativeCurrent");
        scope.Known.Points.Add(ledger, points);
        if (settings is not { Tiers.Count: > 0 } || scope.Known.Ledger(ledger) is not { } facts)
            return;
        var held = settings.Tiers.FirstOrDefault(tier => tier.Name == facts.Tier)?.MinPoints ?? decimal.MinValue;
        var reached = settings.Tiers.Where(tier => tier.MinPoints <= before + points && tier.MinPoints > held && (isFirst || tier.MinPoints > before)).MaxBy(tier => tier.MinPoints);
        if (reached is not null)
            scope.Output.Emit(scope, new ChangeLoyaltyTierLevelProps(scope.Rule.Title, programme, ledger.SubLedgerId, reached.Name, facts.Tier));
    }
}
