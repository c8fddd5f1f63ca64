namespace Talon.Promotions;

/// <summary>What a customer holds, as one Application sees it. A section is null unless asked for.</summary>
public sealed record CustomerInventory
{
    /// <summary>The customer.</summary>
    public CustomerProfile? Profile { get; init; }

    /// <summary>The referrals that the customer is the advocate of, in no order that means anything.</summary>
    public IReadOnlyList<InventoryReferral>? Referrals { get; init; }

    /// <summary>The coupons that are for the customer, reserved for them or for everybody, or redeemed by them.</summary>
    public IReadOnlyList<InventoryCoupon>? Coupons { get; init; }

    /// <summary>The customer's points, and those of the cards that they are registered on.</summary>
    public Loyalty? Loyalty { get; init; }

    /// <summary>The giveaways that the customer got.</summary>
    public IReadOnlyList<Giveaway>? Giveaways { get; init; }

    /// <summary>The achievements of campaigns that run, with the customer's progress.</summary>
    public IReadOnlyList<CustomerAchievement>? Achievements { get; init; }
}
