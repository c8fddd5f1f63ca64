namespace Talon.Promotions;

/// <summary>The campaign that owns a collection.</summary>
/// <param name="ApplicationId">Its Application.</param>
/// <param name="CampaignId">The campaign.</param>
public sealed record CollectionOwner(long ApplicationId, long CampaignId);
