namespace Talon.Promotions;

/// <summary>A referral with the customers who redeemed it.</summary>
public sealed record InventoryReferral : Referral
{
    /// <summary>Integration ids of the friends who redeemed it.</summary>
    public required IReadOnlyList<string> ReferredCustomers { get; init; }
}
