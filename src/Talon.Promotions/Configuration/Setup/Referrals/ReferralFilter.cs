namespace Talon.Promotions;

/// <summary>Which referrals a search is for; what is null does not matter.</summary>
public sealed record ReferralFilter
{
    /// <summary>The code, or a part of it; whatever the case, and only letters and digits count.</summary>
    public string? Code { get; init; }

    /// <summary><c>expired</c>, <c>validNow</c> or <c>validFuture</c>.</summary>
    public string? Valid { get; init; }

    /// <summary>Whether redemptions are left.</summary>
    public bool? Usable { get; init; }

    /// <summary>Who recommends.</summary>
    public string? Advocate { get; init; }

    /// <summary>Bounds of the time of creation, excluded.</summary>
    public (DateTimeOffset? After, DateTimeOffset? Before) Created { get; init; }

    /// <summary>Whether a referral is one of them at a moment.</summary>
    public bool Admits(Referral referral, DateTimeOffset now) =>
        (Code is null || CodeSearch.Finds(Code, referral.Code))
        && (Valid is null || Valid == ValidityAt(referral, now))
        && (Usable is null || Usable == (referral.UsageLimit == 0 || referral.UsageCounter < referral.UsageLimit))
        && (Advocate is null || Advocate == referral.AdvocateProfileIntegrationId)
        && (Created.After is null || referral.Created > Created.After)
        && (Created.Before is null || referral.Created < Created.Before);

    private static string ValidityAt(Referral referral, DateTimeOffset now) =>
        now >= referral.ExpiryDate ? "expired" : now < referral.StartDate ? "validFuture" : "validNow";
}
