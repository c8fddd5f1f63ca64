using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Reads a session out of a checked request.</summary>
internal static class SessionReader
{
    /// <summary>The update that a request asks for.</summary>
    public static SessionUpdate Read(JsonElement request, string integrationId)
    {
        var session = request.GetProperty("customerSession");
        return ReadSession(session, integrationId) with { Include = ResponseContents.Read(request) };
    }

    /// <summary>The update that a session as it was sent asks for.</summary>
    public static SessionUpdate ReadSession(JsonElement session, string integrationId)
    {
        return new SessionUpdate
        {
            IntegrationId = integrationId,
            ProfileId = session.Text("profileId"),
            StoreIntegrationId = session.Text("storeIntegrationId"),
            EvaluableCampaignIds = session.Integers("evaluableCampaignIds"),
            CouponCodes = session.Texts("couponCodes"),
            ReferralCode = session.Text("referralCode"),
            LoyaltyCards = session.Texts("loyaltyCards"),
            State = session.Text("state") is { } state ? ReadState(state) : null,
            CartItems = session.List("cartItems", ReadItem),
            AdditionalCosts = session.Map("additionalCosts", ReadCost),
            Identifiers = session.Texts("identifiers"),
            Attributes = session.Member("attributes"),
            ExperimentVariantAllocations = session.Member("experimentVariantAllocations"),
        };
    }

    private static SessionState ReadState(string name) => name switch
    {
        "open" => SessionState.Open,
        "closed" => SessionState.Closed,
        "partially_returned" => SessionState.PartiallyReturned,
        _ => SessionState.Cancelled,
    };

    private static CartItem ReadItem(JsonElement item) => new()
    {
        Name = item.Text("name"),
        Sku = item.GetProperty("sku").GetString()!,
        Quantity = item.GetProperty("quantity").GetInt32(),
        Price = item.Number("price"),
        Category = item.Text("category"),
        Product = item.Member("product") is { } product ? new Product(product.GetProperty("name").GetString()!) : null,
        Weight = item.Number("weight"),
        Height = item.Number("height"),
        Width = item.Number("width"),
        Length = item.Number("length"),
        Attributes = item.Member("attributes"),
        AdditionalCosts = item.Map("additionalCosts", ReadCost),
        CatalogItemID = item.Integer("catalogItemID"),
        SelectedPriceType = item.Text("selectedPriceType"),
        AdjustmentReferenceId = item.Uuid("adjustmentReferenceId"),
        AdjustmentEffectiveFrom = item.Time("adjustmentEffectiveFrom"),
        AdjustmentEffectiveUntil = item.Time("adjustmentEffectiveUntil"),
        Prices = item.Map("prices", ReadPrice),
    };

    private static AdditionalCost ReadCost(JsonElement cost) => new(cost.GetProperty("price").GetDecimal());

    private static PriceDetail ReadPrice(JsonElement price) => new()
    {
        Price = price.Number("price"),
        AdjustmentContextId = price.Text("adjustmentContextId"),
        AdjustmentReferenceId = price.Uuid("adjustmentReferenceId"),
        AdjustmentEffectiveFrom = price.Time("adjustmentEffectiveFrom"),
        AdjustmentEffectiveUntil = price.Time("adjustmentEffectiveUntil"),
    };
}
