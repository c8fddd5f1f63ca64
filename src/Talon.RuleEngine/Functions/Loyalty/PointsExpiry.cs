using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Effects that move the expiry of points. Which transactions they change, the caller finds out.</summary>
internal static class PointsExpiry
{
    public static readonly Function Extend = new(
        "extendLoyaltyPointsExpiry", FunctionGroup.Effect,
        "Lets the customer's active and pending points last longer by a duration.",
        """["extendLoyaltyPointsExpiry", "stars", "", "30D"]""",
        new Overload("(programme: @programme, subledger: string, duration: literal) -> effect", call =>
        {
            var programme = call.Reference<NamedEntity>(0).Id;
            var subledger = call.Text(1);
            if (Duration.Parse(call.Word(2)) is not { } duration)
                return call.Problem(call[2].Syntax!, "This is not a duration.", "such as 30D", $"\"{call.Word(2)}\"");
            return Emit(call, programme, scope => new ExtendLoyaltyPointsExpiryDateProps(programme, subledger(scope), duration.ToString()));
        }))
    {
        Failure = "there is no customer",
    };

    public static readonly Function Set = new(
        "setLoyaltyPointsExpiry", FunctionGroup.Effect,
        "Lets all of the customer's points expire at a time.",
        """["setLoyaltyPointsExpiry", "stars", "", "2027-01-01T00:00:00Z"]""",
        new Overload("(programme: @programme, subledger: string, time: time) -> effect", call =>
        {
            var programme = call.Reference<NamedEntity>(0).Id;
            var (subledger, time) = (call.Text(1), call.Time(2));
            return Emit(call, programme, scope => new SetLoyaltyPointsExpiryDateProps(programme, subledger(scope), time(scope)));
        }))
    {
        Failure = "there is no customer",
    };

    private static Expression<bool> Emit(Call call, long programme, Func<Scope, EffectProps> props)
    {
        var settings = call.Binder.Vocabulary.Programme(programme);
        return Expression.Effect(scope =>
        {
            PointsHolder.Find(scope, settings, programme, null);
            var effect = props(scope);
            if (scope.Fault is not null)
                return false;
            scope.Output.Emit(scope, effect);
            return true;
        });
    }
}
