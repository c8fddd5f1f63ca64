using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>What a call of the first version of the API led to.</summary>
internal sealed record LegacyStateBody(LegacySessionBody Session, LegacyProfileBody Profile, EventBody Event)
{
    /// <summary>What the older calls need to know of an update.</summary>
    public const ResponseContent Include = ResponseContent.CustomerSession | ResponseContent.CustomerProfile | ResponseContent.Event;

    /// <summary>The answer's bytes.</summary>
    /// <param name="context">The call.</param>
    /// <param name="state">What it led to.</param>
    /// <param name="session">The session, where the state does not hold it; null for none.</param>
    public static byte[] Render(OperationContext context, IntegrationState state, CustomerSession? session = null) => JsonSerializer.SerializeToUtf8Bytes(
        new LegacyStateBody(
            LegacySessionBody.From(context, state.CustomerSession ?? session, state),
            LegacyProfileBody.From(context, state.CustomerProfile),
            EventBody.From(state.Event!) with { LedgerEntries = [] }),
        IntegrationJson.Api.LegacyStateBody);
}

/// <summary>A session of the first version of the API.</summary>
internal sealed record LegacySessionBody(
    string IntegrationId,
    DateTimeOffset Created,
    long ApplicationId,
    string ProfileId,
    string Coupon,
    string Referral,
    SessionState State,
    IReadOnlyList<CartItem> CartItems,
    IReadOnlyList<string> Identifiers,
    decimal Total,
    JsonElement Attributes,
    bool FirstSession,
    IReadOnlyDictionary<string, decimal> Discounts)
{
    /// <summary>A session; where there is none, one without anything in it.</summary>
    public static LegacySessionBody From(OperationContext context, CustomerSession? session, IntegrationState state) => new(
        session?.IntegrationId ?? "",
        session?.Created ?? context.Now,
        context.Caller.ApplicationId,
        session?.ProfileId ?? state.CustomerProfile?.IntegrationId ?? "",
        session is { CouponCodes: [var code, ..] } ? code : "",
        session?.ReferralCode ?? "",
        session?.State ?? SessionState.Open,
        session?.CartItems ?? [],
        session?.Identifiers ?? [],
        session?.Total ?? 0,
        session?.Attributes ?? JsonMembers.EmptyObject,
        session?.FirstSession ?? true,
        state.Effects.Select(effect => effect.Props).OfType<SetDiscountProps>().GroupBy(discount => discount.Name).ToDictionary(group => group.Key, group => group.Sum(discount => discount.Value)));
}

/// <summary>A customer of the first version of the API.</summary>
internal sealed record LegacyProfileBody(
    string IntegrationId,
    DateTimeOffset Created,
    JsonElement Attributes,
    long AccountId,
    long ClosedSessions,
    decimal TotalSales,
    DateTimeOffset LastActivity)
{
    /// <summary>A customer; an anonymous one has nothing but the time.</summary>
    public static LegacyProfileBody From(OperationContext context, CustomerProfile? profile) => profile is null
        ? new("", context.Now, JsonMembers.EmptyObject, ManagementFields.AccountId, 0, 0, context.Now)
        : new(profile.IntegrationId, profile.Created, profile.Attributes, profile.AccountId, profile.ClosedSessions, profile.TotalSales, profile.LastActivity);
}
