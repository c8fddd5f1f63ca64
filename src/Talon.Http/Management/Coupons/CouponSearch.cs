using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Which coupons a list is to hold.</summary>
internal static class CouponSearch
{
    private static readonly Parameter<string?> Value = Http.Parameters.Text("value", "Only coupons with this text in their code; whatever the case, and only letters and digits count.");
    private static readonly Parameter<bool> ExactMatch = Http.Parameters.Boolean("exactMatch", "Whether value is the whole code, whatever the case.");
    private static readonly Parameter<string?> Valid = Http.Parameters.Choice("valid", "Only coupons whose dates have passed, hold, or are to come.", ["expired", "validNow", "validFuture"]);
    private static readonly Parameter<bool?> Usable = Http.Parameters.OptionalBoolean("usable", "Only coupons with, or without, redemptions left.");
    private static readonly Parameter<bool?> Redeemed = Http.Parameters.OptionalBoolean("redeemed", "Only coupons redeemed at least once, or never.");
    private static readonly Parameter<long?> ReferralId = Http.Parameters.Integer("referralId", "Only coupons that this referral created.");
    private static readonly Parameter<string?> Recipient = Http.Parameters.Text("recipientIntegrationId", "Only coupons for this customer.");
    private static readonly Parameter<string?> BatchId = Http.Parameters.Text("batchId", "Only coupons of this batch.");
    private static readonly Parameter<DateTimeOffset?> CreatedBefore = Http.Parameters.Time("createdBefore", "Only coupons created before this.");
    private static readonly Parameter<DateTimeOffset?> CreatedAfter = Http.Parameters.Time("createdAfter", "Only coupons created after this.");
    private static readonly Parameter<DateTimeOffset?> StartsBefore = Http.Parameters.Time("startsBefore", "Only coupons that start before this.");
    private static readonly Parameter<DateTimeOffset?> StartsAfter = Http.Parameters.Time("startsAfter", "Only coupons that start after this.");
    private static readonly Parameter<DateTimeOffset?> ExpiresBefore = Http.Parameters.Time("expiresBefore", "Only coupons that expire before this.");
    private static readonly Parameter<DateTimeOffset?> ExpiresAfter = Http.Parameters.Time("expiresAfter", "Only coupons that expire after this.");

    /// <summary>The order of a list.</summary>
    public static readonly Parameter<string?> Sort = Http.Parameters.Sort(CouponOrder.Fields);

    public static readonly IReadOnlyList<Parameter> Parameters =
    [
        Value, ExactMatch, Valid, Usable, Redeemed, ReferralId, Recipient, BatchId,
        CreatedBefore, CreatedAfter, StartsBefore, StartsAfter, ExpiresBefore, ExpiresAfter,
    ];

    public static CouponFilter Filter(OperationContext context) => new()
    {
        Value = context.Get(Value),
        ExactMatch = context.Get(ExactMatch),
        Valid = context.Get(Valid),
        Usable = context.Get(Usable),
        Redeemed = context.Get(Redeemed),
        ReferralId = context.Get(ReferralId),
        RecipientIntegrationId = context.Get(Recipient),
        BatchId = context.Get(BatchId),
        Created = new(context.Get(CreatedAfter), context.Get(CreatedBefore)),
        Starts = new(context.Get(StartsAfter), context.Get(StartsBefore)),
        Expires = new(context.Get(ExpiresAfter), context.Get(ExpiresBefore)),
    };

    /// <summary>The filter of a checked body.</summary>
    public static CouponFilter Filter(JsonElement body) => new()
    {
        Value = body.Text("value"),
        ExactMatch = body.Flag("exactMatch") ?? false,
        Valid = body.Text("valid"),
        Usable = body.Flag("usable"),
        Redeemed = body.Flag("redeemed"),
        ReferralId = body.Integer("referralId"),
        RecipientIntegrationId = body.Text("recipientIntegrationId"),
        BatchId = body.Text("batchId"),
        Created = new(body.Time("createdAfter"), body.Time("createdBefore")),
        Starts = new(body.Time("startsAfter"), body.Time("startsBefore")),
        Expires = new(body.Time("expiresAfter"), body.Time("expiresBefore")),
    };
}
