using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Conditions on the referral code.</summary>
internal static class ReferralConditions
{
    public static readonly Function Valid = Condition(
        "referralValid", Usage.ReferralRedemption, "Whether the customer entered a referral code of this campaign that can be redeemed. When the rule succeeds, it is accepted, and redeemed when the session closes.");

    public static readonly Function ValidNoRedeem = Condition(
        "referralValidNoRedeem", Usage.ReferralCheck, "Whether the customer entered a referral code of this campaign that can be redeemed; it is not redeemed.");

    private static Function Condition(string name, Usage usage, string summary) => new(
        name, FunctionGroup.Condition, summary,
        $"""["{name}"]""",
        new Overload("() -> boolean", call =>
        {
            call.Binder.Usage |= usage;
            return Expression.Flag(scope => scope.ReferralIsValid);
        }))
    {
        Failure = "a valid referral code",
        Explain = (_, scope) => scope.ReferralRejection?.Explanation ?? new("NoReferral", "referral code", "not entered", "a valid code of the campaign"),
    };
}
