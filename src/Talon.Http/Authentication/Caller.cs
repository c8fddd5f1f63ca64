using System.Net;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Who calls, as the key tells.</summary>
public sealed record Caller
{
    /// <summary>A call that needed no key.</summary>
    public static Caller Anonymous { get; } = new();

    /// <summary>The Application that an Integration API key selects; 0 for another kind of key.</summary>
    public long ApplicationId { get; init; }

    /// <summary>Whether the key may only do dry session updates.</summary>
    public bool Staging { get; init; }

    /// <summary>For a management key, who changes the set-up.</summary>
    public Actor Actor { get; init; } = new(0, "");

    /// <summary>The key, as <see cref="KeyUses"/> names it; null for a login.</summary>
    public string? Key { get; init; }

    /// <summary>The login, for a session's token.</summary>
    public long? SessionId { get; init; }

    /// <summary>For a management key, the operations it may call; none for all.</summary>
    public IReadOnlyList<KeyEndpoint> Endpoints { get; init; } = [];

    /// <summary>For a management key, the Applications it may manage; none for all.</summary>
    public IReadOnlyList<long> Applications { get; init; } = [];

    /// <summary>The address that the request comes from; null when nobody knows.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>Added to the clock of every request.</summary>
    public TimeSpan TimeOffset { get; init; }
}
