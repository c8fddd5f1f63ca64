namespace Talon.Promotions;

/// <summary>An Application's settings for custom attributes.</summary>
/// <param name="Mandatory">Attributes that must be set.</param>
public sealed record AttributesSettings(MandatoryAttributes? Mandatory = null);

/// <summary>Names of attributes that must be set.</summary>
/// <param name="Campaigns">On campaigns.</param>
/// <param name="Coupons">On coupons.</param>
public sealed record MandatoryAttributes(IReadOnlyList<string>? Campaigns = null, IReadOnlyList<string>? Coupons = null);
