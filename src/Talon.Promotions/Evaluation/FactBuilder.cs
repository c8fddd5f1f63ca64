using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Turns what is stored into what the rule engine looks at.</summary>
internal static class FactBuilder
{
    /// <summary>The cart.</summary>
    public static SessionFacts Session(CustomerSession session, ApplicationConfiguration application) => new()
    {
        IntegrationId = session.IntegrationId,
        Items = [.. session.CartItems.Select((item, position) => Item(item, position, application))],
        AdditionalCosts = Costs(session.AdditionalCosts),
        Attributes = application.Attributes.ToValues(AttributeEntity.CustomerSession, session.Attributes),
        Identifiers = session.Identifiers,
        Closing = session.State == SessionState.Closed,
        FirstSession = session.FirstSession,
        Created = session.Created,
    };

    /// <summary>The customer.</summary>
    public static ProfileFacts Profile(ProfileRow row, ApplicationConfiguration application) => new()
    {
        Id = row.Profile.Id,
        IntegrationId = row.Profile.IntegrationId,
        Created = row.Profile.Created,
        ClosedSessions = row.Profile.ClosedSessions,
        TotalSales = row.Profile.TotalSales,
        Attributes = application.Attributes.ToValues(AttributeEntity.CustomerProfile, row.Profile.Attributes),
        Audiences = row.Memberships.In(application).Select(audience => audience.Id).ToHashSet(),
    };

    /// <summary>A code that was entered.</summary>
    public static CouponFacts Coupon(CouponRead read, ApplicationConfiguration application) => new(read.Code, read.Coupon is not { } coupon ? null : new CouponState
    {
        Id = coupon.Id,
        CampaignId = coupon.CampaignId,
        Value = coupon.Value,
        UsageLimit = coupon.UsageLimit,
        DiscountLimit = coupon.DiscountLimit,
        StartDate = coupon.StartDate,
        ExpiryDate = coupon.ExpiryDate,
        RecipientIntegrationId = coupon.RecipientIntegrationId,
        ReservationMandatory = coupon.IsReservationMandatory ?? false,
        ReservedByProfile = read.Reserved,
        Limits = [.. (coupon.Limits ?? []).Select(limit => limit.ToDefinition())],
        Attributes = coupon.Attributes is { } attributes ? application.Attributes.ToValues(AttributeEntity.Coupon, attributes) : new Dictionary<string, Value>(),
    });

    /// <summary>The referral code that was entered; null for none.</summary>
    public static ReferralFacts? Referral(ReferralRead? read, ApplicationConfiguration application) => read is null ? null : new(read.Code, read.Referral is not { } referral ? null : new ReferralState
    {
        Id = referral.Id,
        CampaignId = referral.CampaignId,
        Code = referral.Code,
        AdvocateIntegrationId = referral.AdvocateProfileIntegrationId,
        Advocate = read.Advocate is { } advocate ? Profile(advocate, application) : null,
        FriendIntegrationId = referral.FriendProfileIntegrationId,
        UsageLimit = referral.UsageLimit,
        StartDate = referral.StartDate,
        ExpiryDate = referral.ExpiryDate,
        Attributes = referral.Attributes is { } attributes ? application.Attributes.ToValues(AttributeEntity.Referral, attributes) : new Dictionary<string, Value>(),
    });

    /// <summary>The built-in event that a change of a session is.</summary>
    public static EventFacts Event(SessionTransition transition) => new(transition.EventType(), new Dictionary<string, Value>());

    /// <summary>The loyalty card that a request names; null for none, and for one that is not active.</summary>
    public static LoyaltyCardFacts? LoyaltyCard(CardRead? read) => read is { IsUsable: true, Program: { } program } ? new(read.Identifier, program.Id, new Dictionary<string, Value>()) : null;

    /// <summary>The store that a request names; null for none.</summary>
    public static StoreFacts? Store(string? integrationId, ApplicationConfiguration application) => integrationId is null ? null : application.FindStore(integrationId);

    private static CartItemFacts Item(CartItem item, int position, ApplicationConfiguration application) => new()
    {
        Position = position,
        Sku = item.Sku,
        Name = item.Name,
        Price = item.Price ?? 0,
        Quantity = item.Quantity,
        Category = item.Category,
        ProductName = item.Product?.Name,
        Weight = item.Weight,
        Height = item.Height,
        Width = item.Width,
        Length = item.Length,
        ReturnedQuantity = item.ReturnedQuantity ?? 0,
        CatalogItemId = item.CatalogItemID,
        AdditionalCosts = Costs(item.AdditionalCosts),
        Attributes = item.Attributes is { } attributes ? application.Attributes.ToValues(AttributeEntity.CartItem, attributes) : new Dictionary<string, Value>(),
    };

    private static Dictionary<string, decimal> Costs(IReadOnlyDictionary<string, AdditionalCost>? costs)
    {
        var prices = new Dictionary<string, decimal>(costs?.Count ?? 0);
        foreach (var (name, cost) in costs ?? new Dictionary<string, AdditionalCost>())
            prices[name] = cost.Price;
        return prices;
    }
}
