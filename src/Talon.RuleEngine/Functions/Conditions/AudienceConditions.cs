using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Conditions on audiences. Joining and leaving show only in the update that does it.</summary>
internal static class AudienceConditions
{
    public static readonly Function In = Condition("profileInAudience", "in", "Whether the customer is in an audience.", profile => profile.Audiences);

    public static readonly Function Joined = Condition("profileJoinedAudience", "just joined to", "Whether this update puts the customer into an audience.", profile => profile.JoinedAudiences);

    public static readonly Function Left = Condition("profileLeftAudience", "just removed from", "Whether this update takes the customer out of an audience.", profile => profile.LeftAudiences);

    private static Function Condition(string name, string words, string summary, Func<ProfileFacts, IReadOnlySet<long>> audiences) => new(
        name, FunctionGroup.Condition,
        summary + " The option profile asks about the advocate of the referral.",
        $$"""["{{name}}", "vip", {"profile": "Current"}]""",
        new Overload("(audience: @audience, {profile: 'Current' | 'Advocate'}) -> boolean", call =>
        {
            var audience = call.Reference<NamedEntity>(0).Id;
            var profile = Customer.Of(call);
            return Expression.Flag(scope => profile.Find(scope) is { } customer && audiences(customer).Contains(audience));
        }))
    {
        Failure = words + " the audience {0}",
        Explain = (condition, _) => new(
            "AudienceNotMatched", "customer", null, $"{words} the audience \"{((NamedEntity)((ReferenceExpression)condition.Arguments[0]).Target).Name}\""),
    };
}
