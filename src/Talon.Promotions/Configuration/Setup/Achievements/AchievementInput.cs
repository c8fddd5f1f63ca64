namespace Talon.Promotions;

/// <summary>What a caller says of an achievement; in a change, what is null stays. Meanings as in <see cref="Achievement"/>.</summary>
public sealed record AchievementInput
{
    /// <summary>API name.</summary>
    public string? Name { get; init; }

    /// <summary>Display name.</summary>
    public string? Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>How much progress completes it.</summary>
    public decimal? Target { get; init; }

    /// <summary>How long an iteration lasts.</summary>
    public string? Period { get; init; }

    /// <summary>The point of the calendar at which iterations end.</summary>
    public PeriodEnd? PeriodEndOverride { get; init; }

    /// <summary>When it can be reached again.</summary>
    public RecurrencePolicy? RecurrencePolicy { get; init; }

    /// <summary>What starts an iteration.</summary>
    public ActivationPolicy? ActivationPolicy { get; init; }

    /// <summary>For a fixed schedule, when the first iteration starts.</summary>
    public DateTimeOffset? FixedStartDate { get; init; }

    /// <summary>First moment at which nothing counts any more.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Whether progress is rolled back in completed iterations too.</summary>
    public bool? AllowRollbackAfterCompletion { get; init; }
}
