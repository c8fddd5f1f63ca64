using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>A stored profile.</summary>
internal sealed record ProfileRow
{
    /// <summary>The profile.</summary>
    public required CustomerProfile Profile { get; init; }

    /// <summary>The partition of the first session that named it; null while there is none.</summary>
    public string? FirstSession { get; init; }

    /// <summary>The audiences joined; they stand in rows of their own.</summary>
    [JsonIgnore]
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>How many profile updates wrote it; orders the outbox.</summary>
    public long Commits { get; init; }

    /// <summary>When the oldest kept answer expires; null while none is kept.</summary>
    public DateTimeOffset? AnswersExpire { get; init; }

    /// <summary>The attempt that wrote it last; null when none did.</summary>
    public string? Attempt { get; init; }

    /// <summary>The attempts that wrote it before, the latest first: one of them may still wait to learn that it did.</summary>
    public IReadOnlyList<string> EarlierAttempts { get; init; } = [];

    /// <summary>The row as an attempt writes it.</summary>
    public ProfileRow By(string attempt) => this with { Attempt = attempt, EarlierAttempts = AttemptHistory.After(Attempt, EarlierAttempts) };

    /// <summary>Whether an attempt wrote it lately.</summary>
    public bool WasWrittenBy(string attempt) => Attempt == attempt || EarlierAttempts.Contains(attempt);

    /// <summary>The profile as an Application sees it: with the audiences that it is in.</summary>
    public CustomerProfile Shown(ApplicationConfiguration application) => Profile with
    {
        AudienceMemberships = [.. Memberships.In(application).Select(audience => new AudienceMembership(audience.Id, audience.Name))],
    };
}

/// <summary>A profile as it was read or written.</summary>
/// <param name="Row">The row.</param>
/// <param name="ETag">Its ETag.</param>
/// <param name="HeldETag">The ETag of the note that the update at hand left with it; null for none.</param>
internal sealed record KnownProfile(ProfileRow Row, string ETag, string? HeldETag = null);

/// <summary>When a profile was last active.</summary>
/// <param name="At">The time of the last update that was not dry.</param>
internal sealed record ActivityRow(DateTimeOffset At);
