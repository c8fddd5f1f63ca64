using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>A stored job: what is to be done, and how far it has got.</summary>
internal sealed record JobRow
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What is done.</summary>
    public required JobWork Work { get; init; }

    /// <summary>How many entities it has seen to.</summary>
    public long Done { get; init; }

    /// <summary>When it came to its end; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Why it ended early; null for no failure.</summary>
    public string? Failure { get; init; }
}

/// <summary>What a job does; every step of it may be done twice.</summary>
[JsonDerivedType(typeof(CouponCreation), "createCoupons")]
[JsonDerivedType(typeof(CouponDeletion), "deleteCoupons")]
[JsonDerivedType(typeof(CampaignRemoval), "removeCampaign")]
internal abstract record JobWork;

/// <summary>Creates coupons that differ in nothing but their codes.</summary>
/// <param name="ApplicationId">The Application.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Request">What they are like.</param>
/// <param name="FirstId">The id of the first; the others follow.</param>
/// <param name="Batch">Their batch.</param>
/// <param name="Seed">The secret that their codes are drawn from, so that a repeated step draws the same.</param>
internal sealed record CouponCreation(long ApplicationId, long CampaignId, NewCoupons Request, long FirstId, string Batch, byte[] Seed) : JobWork;

/// <summary>Deletes the coupons of a campaign that a filter admits.</summary>
/// <param name="ApplicationId">The Application.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Filter">Which ones.</param>
/// <param name="After">The last id looked at.</param>
internal sealed record CouponDeletion(long ApplicationId, long CampaignId, CouponFilter Filter, long After) : JobWork;

/// <summary>Removes the coupons and referrals of a campaign that is deleted; nothing happens while it is not.</summary>
/// <param name="ApplicationId">The Application.</param>
/// <param name="CampaignId">The campaign.</param>
internal sealed record CampaignRemoval(long ApplicationId, long CampaignId) : JobWork;
