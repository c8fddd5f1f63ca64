using Talon.Promotions;

namespace Talon.Http;

/// <summary>Which coupons a list is to hold.</summary>
internal static class CouponSearch
{
    private static readonly Parameter<string?> Value = Http.Parameters.Text("value", "Only coupons with this text in their code, whatever its case.");
    private static readonly Parameter<bool> ExactMatch = Http.Parameters.Boolean("exactMatch", "Whether value is the whole code.");
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
        Created = (context.Get(CreatedAfter), context.Get(CreatedBefore)),
        Starts = (context.Get(StartsAfter), context.Get(StartsBefore)),
        Expires = (context.Get(ExpiresAfter), context.Get(ExpiresBefore)),
    };
}
