namespace Talon.Promotions;

/// <summary>A referral that is not stored yet.</summary>
/// <param name="Referral">The referral, with its code.</param>
/// <param name="Pattern">Where the code came from.</param>
internal sealed record NewReferral(Referral Referral, CodePattern Pattern);
