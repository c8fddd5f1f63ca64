using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a return undoes: the stored shares of its units, and what they took from limits.</summary>
internal sealed class ReturnRollback(ReturnPlan plan, IReadOnlyList<Claim> claims, IReadOnlyDictionary<int, decimal> givenBack, TakenPoints points, string customer)
{
    private readonly Dictionary<int, decimal> _back = [];

    /// <summary>The rollback effects.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>The effects that stay, in whole or in part.</summary>
    public List<GrantedEffect> Left { get; } = [];

    /// <summary>What goes back to the limits, by index of the claim.</summary>
    public IReadOnlyDictionary<int, decimal> GivenBack => _back;

    /// <summary>How much of an effect's value falls to the units that come back.</summary>
    public static decimal Amount(ReturnPlan plan, GrantedEffect granted) => Math.Min(EffectValue.Of(granted.Effect.Props) - granted.Undone, Share(plan, granted));

    /// <summary>Undoes what there is to undo of each effect.</summary>
    public ReturnRollback Run(IEnumerable<GrantedEffect> granted)
    {
        foreach (var effect in granted)
            Undo(effect);
        return this;
    }

    private void Undo(GrantedEffect granted)
    {
        var left = EffectValue.Of(granted.Effect.Props) - granted.Undone;
        var amount = granted.Points is null ? Amount(plan, granted) : points.Of(granted);
        if (amount <= 0)
        {
            Left.Add(granted);
            return;
        }

        var part = granted.Effect with { Props = EffectValue.With(granted.Effect.Props, amount) };
        if (EffectRollback.Of(part, customer) is not { } rollback)
        {
            Left.Add(granted);
            return;
        }

        Effects.Add(rollback);
        foreach (var charge in granted.Charges)
            GiveBack(charge, granted, amount, whole: amount == left);
        if (amount < left)
            Left.Add(granted with { Undone = granted.Undone + amount });
    }

    /// <summary>The value that falls to the units which come back.</summary>
    private static decimal Share(ReturnPlan plan, GrantedEffect granted)
    {
        if (granted.Shares is { } runs)
            return Share(plan, runs, granted.Line);
        return EffectValue.Place(granted.Effect.Props) is ({ } line, { } unit) && plan.Takes(line, unit) ? EffectValue.Of(granted.Effect.Props) : 0;
    }

    private static decimal Share(ReturnPlan plan, IReadOnlyList<ShareRun> runs, int? only)
    {
        decimal sum = 0;
        var (run, left) = (0, runs[0].Units);
        for (var line = only ?? 0; line <= (only ?? plan.After.Count - 1); line++)
        {
            for (var unit = 0; unit < plan.After[line].Quantity; unit++)
            {
                while (left == 0)
                    left = runs[++run].Units;
                left--;
                if (plan.Takes(line, unit))
                    sum += runs[run].Amount;
            }
        }

        return sum;
    }

    /// <summary>What was measured goes back in proportion, and what was counted with the last of the value.</summary>
    private void GiveBack(EffectCharge charge, GrantedEffect granted, decimal amount, bool whole)
    {
        var value = EffectValue.Of(granted.Effect.Props);
        var back = charge.Measured ? charge.Amount * amount / value : whole ? charge.Amount : 0;
        if (charge.Measured && charge.Amount == value)
            back = amount;
        for (var i = charge.Claim; back > 0 && i < claims.Count; i++)
        {
            if (Limit(i) != Limit(charge.Claim))
                continue;
            var free = claims[i].Amount - givenBack.GetValueOrDefault(i) - _back.GetValueOrDefault(i);
            var taken = Math.Min(back, free);
            if (taken > 0)
                _back[i] = _back.GetValueOrDefault(i) + taken;
            back -= taken;
        }
    }

    private LimitKey? Limit(int claim) => (claims[claim] as LimitClaim)?.Key;
}
