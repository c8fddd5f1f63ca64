using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What an update is about, as far as carrying out its effects depends on it.</summary>
internal sealed record UpdateScope
{
    /// <summary>The configuration of the Application.</summary>
    public required ApplicationConfiguration Application { get; init; }

    /// <summary>The clock of the update.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Names what effects are carried out under: the same for every evaluation of one closing, and for no other.</summary>
    public required string Operation { get; init; }

    /// <summary>The customer's integration id; null when anonymous.</summary>
    public string? Customer { get; init; }

    /// <summary>The session's integration id; null when there is none.</summary>
    public string? Session { get; init; }

    /// <summary>The loyalty card that the request names; null for none.</summary>
    public CardRead? Card { get; init; }

    /// <summary>The store's integration id; null for none.</summary>
    public string? Store { get; init; }

    /// <summary>Where limits stand in a trial that counts for itself; null for where they stand in the store.</summary>
    public Func<LimitKey, decimal>? Counted { get; init; }
}
