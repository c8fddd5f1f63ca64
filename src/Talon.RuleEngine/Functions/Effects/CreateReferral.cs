using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>createReferral</c>.</summary>
internal static class CreateReferral
{
    public static readonly Function Function = new(
        "createReferral", FunctionGroup.Effect,
        "Creates a referral code for the customer in a campaign, or for the advocate that an option names. It happens at once, and once for the whole session.",
        """["createReferral", "Campaign 2", {"usageLimit": 3}]""",
        new Overload(
            "(campaign: @campaign, {advocate: string, friend: string, pattern: string, usageLimit: number, startDate: time, expiryDate: time, attributes: map}) -> effect", Build))
    {
        Failure = "there is no customer, or the budget for referrals to create is used up",
    };

    private static readonly Fault NoCustomer = Fault.Missing("Profile");

    private static Expression<bool>? Build(Call call)
    {
        if (!CodeOptions.Fit(call, AttributeEntity.Referral))
            return null;
        var campaign = call.Reference<NamedEntity>(0).Id;
        var options = new CodeOptions(call);
        var (advocate, friend) = (call.Option<string>("advocate"), call.Option<string>("friend"));
        var budget = call.Binder.Budget(LimitActions.CreateReferral);
        return Expression.Effect(scope =>
        {
            var owner = advocate is not null ? advocate(scope) : scope.Facts.Profile?.IntegrationId ?? scope.Fail(NoCustomer, "");
            var request = new CreateReferralRequest(campaign, owner)
            {
                FriendIntegrationId = friend?.Invoke(scope),
                Pattern = options.Pattern(scope),
                UsageLimit = options.UsageLimit(scope),
                StartDate = options.StartDate(scope),
                ExpiryDate = options.ExpiryDate(scope),
                Attributes = options.Attributes(scope),
            };
            if (!CountedEffect.TryTake(scope, budget, instant: true))
                return false;
            scope.Output.Emit(scope, new ReferralCreatedProps(""), request);
            return true;
        });
    }
}
