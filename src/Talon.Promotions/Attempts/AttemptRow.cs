namespace Talon.Promotions;

/// <summary>An attempt at an update that claims something.</summary>
internal sealed record AttemptRow
{
    /// <summary>Unique in its partition.</summary>
    public required string Id { get; init; }

    /// <summary>How far it got.</summary>
    public required AttemptState State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>While pending, all that it may have claimed; once committed, what is confirmed.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Coupons that it creates before its commit.</summary>
    public IReadOnlyList<CreatedCode> Created { get; init; } = [];

    /// <summary>The profile partition where it left a note; null for none.</summary>
    public string? HeldAt { get; init; }
}

/// <summary>How far an attempt got.</summary>
internal enum AttemptState
{
    /// <summary>It may be claiming, or its process may have died.</summary>
    Pending,

    /// <summary>Its claims are confirmed.</summary>
    Committed,

    /// <summary>Its claims are released, or about to be.</summary>
    Abandoned,
}
