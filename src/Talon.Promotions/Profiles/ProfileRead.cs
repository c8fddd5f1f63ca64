using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A profile with all that was read of it.</summary>
internal sealed record ProfileRead
{
    /// <summary>The integrator's id.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The profile's partition.</summary>
    public required string Partition { get; init; }

    /// <summary>What is stored; null when there is no such profile yet.</summary>
    public ProfileRow? Stored { get; init; }

    /// <summary>The ETag of that row.</summary>
    public string? ETag { get; init; }

    /// <summary>Notes of sessions whose totals are not booked yet.</summary>
    public IReadOnlyList<HeldRow> Held { get; init; } = [];

    /// <summary>Rows of its own unfinished attempts and outbox.</summary>
    public IReadOnlyList<Row> Unfinished { get; init; } = [];
}
