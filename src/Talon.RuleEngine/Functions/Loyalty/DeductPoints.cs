using Talon.RuleEngine.Budgets;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>deductLoyaltyPoints</c>.</summary>
internal static class DeductPoints
{
    public static readonly Function Function = new(
        "deductLoyaltyPoints", FunctionGroup.Effect,
        "Takes points, booked when the session closes. The rule fails when there are not enough.",
        """["deductLoyaltyPoints", "stars", "", 100, "Spend 100 stars"]""",
        new Overload("(programme: @programme, subledger: string, amount: number, name: string, {card: string}) -> effect", Build))
    {
        Failure = "there are not enough points, or a budget is used up",
    };

    private static Expression<bool> Build(Call call)
    {
        var programme = call.Reference<NamedEntity>(0).Id;
        var settings = call.Binder.Vocabulary.Programme(programme);
        var (subledger, amount, name) = (call.Text(1), call.Number(2), call.Text(3));
        var card = call.Option<string>("card");
        var points = call.Binder.Budget(LimitActions.RedeemLoyaltyPoints);
        var effects = call.Binder.Budget(LimitActions.RedeemLoyaltyPointsEffect);
        return Expression.Effect(scope =>
        {
            var (label, wanted, ledger) = (name(scope), Amounts.Normalise(amount(scope)), new LedgerKey(programme, subledger(scope)));
            var (_, holder) = PointsHolder.Find(scope, settings, programme, card?.Invoke(scope));
            if (wanted < 0)
                scope.Fail(Points.Negative);
            if (scope.Fault is null && Short(scope, ledger, wanted) is { } refused)
                scope.Fail(refused);
            if (scope.Fault is not null || !TryTake(scope, points, effects, wanted))
                return false;
            scope.Known.Points.Add(ledger, -wanted);
            scope.Output.Emit(scope, new DeductLoyaltyPointsProps(scope.Rule.Title, programme, ledger.SubLedgerId, wanted, "", label, holder));
            return true;
        });
    }

    /// <summary>Only points that were there before the update can be spent, less what it spends already.</summary>
    private static Fault? Short(Scope scope, LedgerKey ledger, decimal wanted)
    {
        if (scope.Known.Ledger(ledger) is not { } facts)
            return null;
        var left = facts.Current + Math.Min(0, scope.Known.Points[ledger]);
        if (left >= wanted)
            return null;
        scope.Known.Short.Ledger(ledger);
        return Fault.Refused(new("NotEnoughPoints", "points", ValueText.Of(left), $"at least {ValueText.Of(wanted)}", $"{ValueText.Of(wanted - left)} more"));
    }

    private static bool TryTake(Scope scope, Budget points, Budget effects, decimal wanted)
    {
        if (points.Left(scope, wanted, out var refusal) < wanted || effects.Left(scope, 1, out refusal) < 1)
        {
            scope.Fail(refusal!);
            return false;
        }

        points.Take(scope, wanted);
        effects.Take(scope, 1);
        return true;
    }
}
