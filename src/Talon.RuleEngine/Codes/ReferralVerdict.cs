using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Codes;

/// <summary>How the referral code fares.</summary>
internal sealed class ReferralVerdict(ReferralFacts facts, CompiledCampaign? campaign, Journal journal) : CodeVerdict(campaign, journal)
{
    public ReferralFacts Facts { get; } = facts;
}
