namespace Talon.Promotions;

/// <summary>What a request tells a turnstile.</summary>
/// <param name="Kind">What it wants.</param>
/// <param name="Token">Which request, or for an expiry which holder.</param>
/// <param name="Now">The request's clock.</param>
/// <param name="Behind">For entering, the holder that the request found inside.</param>
/// <param name="BehindExpires">When that holder is taken for dead.</param>
public sealed record TurnSignal(TurnSignalKind Kind, string Token, DateTimeOffset Now, string? Behind = null, DateTimeOffset BehindExpires = default);

/// <summary>What a request may want of a turnstile.</summary>
public enum TurnSignalKind
{
    /// <summary>A place in the queue.</summary>
    Enter,

    /// <summary>To hand over.</summary>
    Leave,

    /// <summary>To give up its place.</summary>
    Withdraw,

    /// <summary>The holder's time is over.</summary>
    Expire,
}
