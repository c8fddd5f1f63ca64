namespace Talon.Promotions;

/// <summary>Who asks, when, and how the answer is written.</summary>
public sealed record RequestContext
{
    /// <summary>The Application that the key selected.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The clock of the whole request: the time of arrival plus the key's offset.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The <c>Idempotency-Key</c> header; null when there was none.</summary>
    public IdempotencyKey? Idempotency { get; init; }

    /// <summary>What the host runs once the answer is on its way.</summary>
    public AfterAnswer AfterAnswer { get; init; } = new();
}
