using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What an evaluation without a session led to.</summary>
internal sealed record ImmediateOutcome
{
    /// <summary>The result, with the codes that were created in its effects.</summary>
    public required EvaluationResult Result { get; init; }

    /// <summary>Coupons made by rules.</summary>
    public required IReadOnlyList<Coupon> CreatedCoupons { get; init; }

    /// <summary>Referrals made by rules.</summary>
    public required IReadOnlyList<Referral> CreatedReferrals { get; init; }

    /// <summary>Giveaways handed out.</summary>
    public required IReadOnlyList<Giveaway> Awarded { get; init; }

    /// <summary>What the commit owes other partitions; the end of the note with the customer comes last.</summary>
    public required IReadOnlyList<OutboxRow> Owed { get; init; }

    /// <summary>What the commit does to points.</summary>
    public LoyaltyDoings Doings => new([.. Owed.Select(row => row.Points).OfType<PointsOperation>()], [], []);

    /// <summary>The attributes that rules set on the customer; null for none.</summary>
    public JsonElement? Attributes(string profile) => Owed.FirstOrDefault(row => IsAttributes(row, profile))?.Attributes;

    /// <summary>The customer's memberships after what rules did to them.</summary>
    public IReadOnlyList<Membership> Memberships(string profile, IReadOnlyList<Membership> before) =>
        Owed.Where(row => row.Target == profile).SelectMany(row => row.Audiences).Aggregate(before, static (memberships, change) => change.After(memberships));

    /// <summary>What is owed where the commit itself writes the customer's attributes.</summary>
    public IReadOnlyList<OutboxRow> OwedBut(string profile) => [.. Owed.Where(row => !IsAttributes(row, profile))];

    /// <summary>Adds what was made and handed out to a state.</summary>
    public IntegrationState AddTo(IntegrationState state, ResponseContent include) => state with
    {
        CreatedCoupons = CreatedCoupons,
        CreatedReferrals = CreatedReferrals,
        AwardedGiveaways = include.HasFlag(ResponseContent.AwardedGiveaways) ? Awarded : null,
    };

    private static bool IsAttributes(OutboxRow row, string profile) => row.Attributes is not null && row.Target == profile;
}
