using Talon.Promotions;

namespace Talon.Http;

/// <summary>Which referrals a list is to hold.</summary>
internal static class ReferralSearch
{
    private static readonly Parameter<string?> Code = Http.Parameters.Text("code", "Only referrals with this text in their code; whatever the case, and only letters and digits count.");
    private static readonly Parameter<DateTimeOffset?> CreatedBefore = Http.Parameters.Time("createdBefore", "Only referrals created before this.");
    private static readonly Parameter<DateTimeOffset?> CreatedAfter = Http.Parameters.Time("createdAfter", "Only referrals created after this.");
    private static readonly Parameter<string?> Valid = Http.Parameters.Choice("valid", "Only referrals whose dates have passed, hold, or are to come.", ["expired", "validNow", "validFuture"]);
    private static readonly Parameter<bool?> Usable = Http.Parameters.OptionalBoolean("usable", "Only referrals with, or without, redemptions left.");
    private static readonly Parameter<string?> Advocate = Http.Parameters.Text("advocate", "Only referrals of this advocate.");

    /// <summary>The order of a list.</summary>
    public static readonly Parameter<string?> Sort = Http.Parameters.Sort(ReferralOrder.Fields);

    public static readonly IReadOnlyList<Parameter> Parameters = [Code, CreatedBefore, CreatedAfter, Valid, Usable, Advocate];

    public static ReferralFilter Filter(OperationContext context) => new()
    {
        Code = context.Get(Code),
        Valid = context.Get(Valid),
        Usable = context.Get(Usable),
        Advocate = context.Get(Advocate),
        Created = (context.Get(CreatedAfter), context.Get(CreatedBefore)),
    };
}
