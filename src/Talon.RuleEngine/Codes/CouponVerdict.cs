namespace Talon.RuleEngine.Codes;

/// <summary>How a coupon code fares.</summary>
internal sealed class CouponVerdict(CouponFacts facts, CompiledCampaign? campaign) : CodeVerdict(campaign)
{
    public CouponFacts Facts { get; } = facts;
}
