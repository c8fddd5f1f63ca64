namespace Talon.Promotions;

/// <summary>A stored referral. Its counters stand in rows of their own.</summary>
/// <param name="Referral">The referral, with a counter of zero.</param>
/// <param name="Revision">Raised with every edit.</param>
internal sealed record ReferralRow(Referral Referral, int Revision = 0);
