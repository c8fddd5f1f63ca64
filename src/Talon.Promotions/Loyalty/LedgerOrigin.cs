namespace Talon.Promotions;

/// <summary>What caused a ledger entry.</summary>
internal sealed record LedgerOrigin
{
    /// <summary>The Application; null when none was named.</summary>
    public long? Application { get; init; }

    /// <summary>The session's integration id; null for what was done by hand.</summary>
    public string? Session { get; init; }

    /// <summary>The store's integration id.</summary>
    public string? Store { get; init; }

    /// <summary>The ruleset of the rule.</summary>
    public long? Ruleset { get; init; }

    /// <summary>The title of the rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether it came in with a file; null for no.</summary>
    public bool? Imported { get; init; }
}
