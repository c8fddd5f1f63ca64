using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Builds the session that an update leads to: what was sent, over what is stored.</summary>
internal static class SessionMerge
{
    /// <summary>The session after the update.</summary>
    /// <param name="stored">What is stored; null for a new session, and for a dry request, which sees its own payload alone.</param>
    /// <param name="update">What was sent.</param>
    /// <param name="state">The state after it.</param>
    /// <param name="id">The id of a new session.</param>
    /// <param name="context">Who asks, and when.</param>
    public static CustomerSession Apply(CustomerSession? stored, SessionUpdate update, SessionState state, long id, RequestContext context)
    {
        var items = Items(update.CartItems) ?? stored?.CartItems ?? [];
        var costs = update.AdditionalCosts ?? stored?.AdditionalCosts ?? new Dictionary<string, AdditionalCost>();
        var session = new CustomerSession
        {
            Id = stored?.Id ?? id,
            Created = stored?.Created ?? context.Now,
            IntegrationId = update.IntegrationId,
            ApplicationId = context.ApplicationId,
            ProfileId = update.ProfileId ?? stored?.ProfileId ?? "",
            StoreIntegrationId = update.StoreIntegrationId ?? stored?.StoreIntegrationId,
            CouponCodes = update.CouponCodes ?? stored?.CouponCodes ?? [],
            ReferralCode = update.ReferralCode ?? stored?.ReferralCode ?? "",
            LoyaltyCards = update.LoyaltyCards ?? stored?.LoyaltyCards ?? [],
            State = state,
            CartItems = items,
            AdditionalCosts = costs,
            Identifiers = update.Identifiers ?? stored?.Identifiers ?? [],
            Attributes = JsonObject.Merge(stored?.Attributes ?? JsonObject.Empty, update.Attributes),
            ExperimentVariantAllocations = update.ExperimentVariantAllocations ?? stored?.ExperimentVariantAllocations,
            FirstSession = stored?.FirstSession ?? true,
            UpdateCount = (stored?.UpdateCount ?? 0) + 1,
            Updated = context.Now,
            Total = 0,
            CartItemTotal = 0,
            AdditionalCostTotal = 0,
            CartItemAdditionalCostTotal = 0,
        };
        return WithTotals(session);
    }

    /// <summary>The session with its totals, all before discounts.</summary>
    private static CustomerSession WithTotals(CustomerSession session)
    {
        var items = session.CartItems.Sum(item => (item.Price ?? 0) * item.Quantity);
        var itemCosts = session.CartItems.Sum(item => (item.AdditionalCosts?.Values.Sum(cost => cost.Price) ?? 0) * item.Quantity);
        var costs = session.AdditionalCosts.Values.Sum(cost => cost.Price);
        return session with
        {
            CartItemTotal = Amounts.Normalise(items),
            CartItemAdditionalCostTotal = Amounts.Normalise(itemCosts),
            AdditionalCostTotal = Amounts.Normalise(costs),
            Total = Amounts.Normalise(items + itemCosts + costs),
        };
    }

    private static IReadOnlyList<CartItem>? Items(IReadOnlyList<CartItem>? sent) =>
        sent?.Select((item, position) => item with { Position = position, ReturnedQuantity = 0, RemainingQuantity = item.Quantity }).ToList();
}
