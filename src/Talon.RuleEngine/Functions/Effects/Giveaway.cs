using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>awardGiveaway</c>.</summary>
internal static class Giveaway
{
    public static readonly Function Function = new(
        "awardGiveaway", FunctionGroup.Effect,
        "Gives the customer a code from a pool: announced while the session is open, taken when it closes. The option profile gives it to the advocate of the referral.",
        """["awardGiveaway", "tickets", "Concert ticket", {"profile": "Current"}]""",
        new Overload("(pool: @pool, name: string, {profile: 'Current' | 'Advocate'}) -> effect", Build))
    {
        Failure = "the pool is empty, there is no customer, or the budget for giveaways is used up",
    };

    private static Expression<bool> Build(Call call)
    {
        var pool = call.Reference<NamedEntity>(0);
        var name = call.Text(1);
        var customer = Customer.Of(call);
        var budget = call.Binder.Budget(LimitActions.AwardGiveaway);
        var empty = Fault.Refused(new("PoolEmpty", $"giveaway pool \"{pool.Name}\"", "empty", "filled"));
        return Expression.Effect(scope =>
        {
            var (label, recipient) = (name(scope), customer.Demand(scope)?.IntegrationId);
            if (scope.Known.GiveawaysLeft(pool.Id) < 1)
            {
                scope.Known.Short.Pool(pool.Id);
                scope.Fail(empty);
            }

            if (!CountedEffect.TryTake(scope, budget))
                return false;
            scope.Known.Giveaways.Add(pool.Id, 1);
            EffectProps props = scope.Facts.Session is { Closing: false }
                ? new WillAwardGiveawayProps(pool.Id, pool.Name, recipient!)
                : new AwardGiveawayProps(pool.Id, pool.Name, recipient!, 0, "");
            scope.Output.Emit(scope, props, new AwardGiveawayRequest(label));
            return true;
        });
    }
}
