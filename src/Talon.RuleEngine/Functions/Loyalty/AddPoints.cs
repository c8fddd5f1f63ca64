using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>addLoyaltyPoints</c>.</summary>
internal static class AddPoints
{
    public static readonly Function Function = new(
        "addLoyaltyPoints", FunctionGroup.Effect,
        "Gives points, booked when the session closes. The option pending says how long they wait (a duration, immediate or on_action), validity how long they last (a duration or unlimited), card which card gets them; without, the programme says.",
        """["addLoyaltyPoints", "stars", "", ["*", [".", "Session", "Total"], 2], "Double points", {"validity": "1Y"}]""",
        new Overload("(programme: @programme, subledger: string, amount: number, name: string, {pending: literal, validity: literal, card: string, partial: boolean}) -> effect", Build))
    {
        Failure = "a budget for points is used up, the amount is negative, the programme has no subledgers, or there is no customer",
    };

    private static Expression<bool>? Build(Call call)
    {
        var programme = call.Reference<NamedEntity>(0).Id;
        var settings = call.Binder.Vocabulary.Programme(programme);
        var term = PointsTerm.Of(call, settings);
        return term is null ? null : Expression.Effect(new AddPointsEffect(call, programme, settings, term).Run);
    }
}
