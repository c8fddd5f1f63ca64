using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Points of one transaction that are neither spent nor expired.</summary>
internal sealed record Lot
{
    /// <summary>The transaction that granted them.</summary>
    public required string Id { get; init; }

    /// <summary>How many are left.</summary>
    public required decimal Points { get; init; }

    /// <summary>When they were granted.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>First moment at which they can be spent; null while they wait to be activated.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>First moment at which they no longer can; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How long they last once they are activated: a duration. Null when <see cref="Until"/> says it all.</summary>
    public string? Validity { get; init; }

    /// <summary>The reason that was given.</summary>
    public string Name { get; init; } = "";

    /// <summary>The id of the ledger entry.</summary>
    public long EntryId { get; init; }

    /// <summary>The Application of the session that earned them; null for other points.</summary>
    public long? Application { get; init; }

    /// <summary>The session that earned them; null for other points.</summary>
    public string? Session { get; init; }

    /// <summary>Whether they wait to be activated.</summary>
    [JsonIgnore]
    public bool Waits => From is null;

    /// <summary>Whether they are lost.</summary>
    public bool IsExpired(DateTimeOffset now) => Until <= now;

    /// <summary>Whether they can be spent.</summary>
    public bool IsActive(DateTimeOffset now) => From <= now && !IsExpired(now);

    /// <summary>Whether they are to become active yet.</summary>
    public bool IsPending(DateTimeOffset now) => !(From <= now) && !IsExpired(now);
}
