namespace Talon.Promotions;

/// <summary>Everything that tracking an event looks at.</summary>
internal sealed record EventRead
{
    /// <summary>The configuration of the Application.</summary>
    public required ApplicationConfiguration Application { get; init; }

    /// <summary>The partition that the event is stored in: its own where it has an id of the integrator's, otherwise the customer's.</summary>
    public required string Owner { get; init; }

    /// <summary>The customer.</summary>
    public required ProfileRead Profile { get; init; }

    /// <summary>The loyalty card that is named; null for none.</summary>
    public CardRead? Card { get; init; }

    /// <summary>What is kept for the request's idempotency key.</summary>
    public KeptAnswer Kept { get; init; }

    /// <summary>The event that has the id already; null for none.</summary>
    public IntegrationEvent? Existing { get; init; }

    /// <summary>The session that the event names; null for none, or when there is no such session.</summary>
    public CustomerSession? Session { get; init; }
}
