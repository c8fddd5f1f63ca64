using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a commit still owes one other partition.</summary>
internal sealed record OutboxRow
{
    /// <summary>Unique over the whole life of the owner: names the marker in the target.</summary>
    public required string Id { get; init; }

    /// <summary>The queue whose function works it off.</summary>
    public required string Queue { get; init; }

    /// <summary>The partition that is owed.</summary>
    public required string Target { get; init; }

    /// <summary>The attempt that owes it.</summary>
    public required string Attempt { get; init; }

    /// <summary>A change of a profile's totals.</summary>
    public ProfileTotals? Totals { get; init; }

    /// <summary>What is to be done to points.</summary>
    public PointsOperation? Points { get; init; }

    /// <summary>Giveaways to note with the customer.</summary>
    public IReadOnlyList<Giveaway> Giveaways { get; init; } = [];

    /// <summary>The attempt whose note with the profile is taken away, once nothing else is owed.</summary>
    public string? Releases { get; init; }

    /// <summary>Claims to give back.</summary>
    public IReadOnlyList<ClaimReturn> Returns { get; init; } = [];

    /// <summary>Attributes to set.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>What to add to the analytics of campaigns.</summary>
    public IReadOnlyList<AnalyticsChange> Analytics { get; init; } = [];

    /// <summary>A call to make.</summary>
    public WebhookCallRow? Webhook { get; init; }

    /// <summary>A reservation to note.</summary>
    public ReservationRow? Reservation { get; init; }

    /// <summary>Memberships of the customer to change.</summary>
    public IReadOnlyList<AudienceChange> Audiences { get; init; } = [];

    /// <summary>Further rows of the same commit, which take their own places before any is worked off; empty but in a bundle.</summary>
    public IReadOnlyList<OutboxRow> More { get; init; } = [];

    /// <summary>How often it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why it was set aside after its last failure; null while it is tried.</summary>
    public string? Parked { get; init; }
}

/// <summary>A change of a profile's totals.</summary>
/// <param name="ClosedSessions">Added to the number of closed sessions.</param>
/// <param name="TotalSales">Added to the sales.</param>
/// <param name="Released">The attempt whose note is taken away; null for none.</param>
internal sealed record ProfileTotals(long ClosedSessions, decimal TotalSales, string? Released)
{
    /// <summary>The profile with the change in it.</summary>
    public CustomerProfile AddedTo(CustomerProfile profile) => profile with
    {
        ClosedSessions = profile.ClosedSessions + ClosedSessions,
        TotalSales = Amounts.Normalise(profile.TotalSales + TotalSales),
    };
}
