namespace Talon.RuleEngine.Codes;

/// <summary>How the referral code fares.</summary>
internal sealed class ReferralVerdict(ReferralFacts facts, CompiledCampaign? campaign) : CodeVerdict(campaign)
{
    public ReferralFacts Facts { get; } = facts;
}
