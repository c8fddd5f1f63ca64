using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>A goal that customers reach by what they do; it belongs to a campaign.</summary>
public sealed record Achievement : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The Application of the owning campaign.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The owning campaign.</summary>
    public required long CampaignId { get; init; }

    /// <summary>Who created it.</summary>
    public required long UserId { get; init; }

    /// <summary>The name of who created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>API name, unique in the Application; never changes.</summary>
    public required string Name { get; init; }

    /// <summary>Display name, unique in the Application.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string Description { get; init; } = "";

    /// <summary>How much progress completes it.</summary>
    public required decimal Target { get; init; }

    /// <summary>How long an iteration lasts, such as <c>30D</c>; null for without end.</summary>
    public string? Period { get; init; }

    /// <summary>The point of the calendar at which iterations end, in place of the exact length; null for none.</summary>
    public PeriodEnd? PeriodEndOverride { get; init; }

    /// <summary>When it can be reached again.</summary>
    public RecurrencePolicy RecurrencePolicy { get; init; }

    /// <summary>What starts an iteration.</summary>
    public ActivationPolicy ActivationPolicy { get; init; }

    /// <summary>For a fixed schedule, when the first iteration starts.</summary>
    public DateTimeOffset? FixedStartDate { get; init; }

    /// <summary>First moment at which nothing counts any more; null for never.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Whether progress is rolled back in completed iterations too.</summary>
    public bool AllowRollbackAfterCompletion { get; init; }
}

/// <summary>A point of the calendar, in the Application's time zone.</summary>
/// <param name="Month">For periods of years, the month from 1.</param>
/// <param name="DayOfMonth">For periods of years and months, the day; the last one where the month is shorter.</param>
/// <param name="DayOfWeek">For periods of weeks, the day: 1 is Monday.</param>
/// <param name="Hour">The hour.</param>
/// <param name="Minute">The minute.</param>
/// <param name="Second">The second.</param>
public sealed record PeriodEnd(int? Month, int? DayOfMonth, int? DayOfWeek, int Hour, int Minute, int Second);

/// <summary>When an achievement can be reached again.</summary>
public enum RecurrencePolicy
{
    /// <summary>Never.</summary>
    [JsonStringEnumMemberName("no_recurrence")]
    NoRecurrence,

    /// <summary>When an iteration has come to its end.</summary>
    [JsonStringEnumMemberName("on_expiration")]
    OnExpiration,

    /// <summary>As soon as it was reached; an iteration that comes to its end is followed by another one too.</summary>
    [JsonStringEnumMemberName("on_completion")]
    OnCompletion,
}

/// <summary>What starts an iteration of an achievement.</summary>
public enum ActivationPolicy
{
    /// <summary>The customer's first progress.</summary>
    [JsonStringEnumMemberName("user_action")]
    UserAction,

    /// <summary>The calendar, for all customers alike.</summary>
    [JsonStringEnumMemberName("fixed_schedule")]
    FixedSchedule,
}
