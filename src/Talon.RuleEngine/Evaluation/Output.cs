using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Knowledge;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Evaluation;

/// <summary>What an evaluation has come to so far. Anything can be taken back to an earlier <see cref="Mark"/>.</summary>
internal sealed class Output(Cart cart, Known known, Journal journal)
{
    private readonly List<Reduction> _reductions = [];
    private decimal _discount;
    private int _applied;

    public List<Effect> Effects { get; } = new(16);

    public List<Charge> Charges { get; } = [];

    /// <summary>All discounts so far, in money.</summary>
    public decimal Discount => _discount;

    public Mark Here => new(Effects.Count, Charges.Count, journal.Position, _reductions.Count, _discount);

    /// <summary>Takes from a counter, for the effect that is emitted next.</summary>
    public void Charge(LimitKey key, decimal amount, decimal? ceiling, bool instant)
    {
        known.Charged.Add(key, amount);
        Charges.Add(new Charge(key, amount, ceiling, Effects.Count, instant));
    }

    /// <summary>Counts a discount, and lets later campaigns see less when discounts cascade.</summary>
    public void Grant(Scope scope, in Reduction reduction)
    {
        _discount += reduction.Amount;
        if (reduction.Unit is { } unit)
            scope.Units?.Record(unit, reduction.Amount);
        if (scope.Settings.CascadingDiscounts)
            _reductions.Add(reduction);
    }

    public void Emit(Scope scope, EffectProps props, EffectRequest? request = null, int? conditionIndex = null)
    {
        var campaign = scope.Campaign;
        Effects.Add(new Effect
        {
            CampaignId = campaign.Id,
            RulesetId = campaign.Definition.Ruleset.Id,
            RuleIndex = scope.Rule.Index,
            RuleName = scope.Rule.Title,
            TriggeredByCoupon = scope.CouponIsValid ? scope.Coupon?.Coupon?.Id : null,
            EffectIndex = scope.EffectIndex,
            ConditionIndex = conditionIndex,
            EvaluationGroupId = scope.Group?.Id,
            EvaluationGroupMode = scope.Group?.Mode,
            Request = request,
            Props = props,
        });
    }

    /// <summary>Ends a campaign: from here on its discounts are seen.</summary>
    public void ShowReductions()
    {
        for (; _applied < _reductions.Count; _applied++)
            cart.Reduce(_reductions[_applied]);
    }

    /// <summary>Goes back to an earlier mark, as if nothing had happened since.</summary>
    public void RollBack(in Mark mark)
    {
        Effects.RemoveRange(mark.Effects, Effects.Count - mark.Effects);
        Charges.RemoveRange(mark.Charges, Charges.Count - mark.Charges);
        for (; _applied > mark.Reductions; _applied--)
            cart.Reduce(_reductions[_applied - 1] with { Amount = -_reductions[_applied - 1].Amount });
        _reductions.RemoveRange(mark.Reductions, _reductions.Count - mark.Reductions);
        journal.RollBack(mark.Journal);
        _discount = mark.Discount;
    }

    /// <summary>A moment of the evaluation.</summary>
    public readonly record struct Mark(int Effects, int Charges, int Journal, int Reductions, decimal Discount);
}
