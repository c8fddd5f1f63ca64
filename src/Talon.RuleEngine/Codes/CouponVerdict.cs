using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Codes;

/// <summary>How a coupon code fares.</summary>
internal sealed class CouponVerdict(CouponFacts facts, CompiledCampaign? campaign, Journal journal) : CodeVerdict(campaign, journal)
{
    public CouponFacts Facts { get; } = facts;
}
