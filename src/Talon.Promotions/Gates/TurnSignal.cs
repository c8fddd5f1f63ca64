namespace Talon.Promotions;

/// <summary>What a request tells a turnstile.</summary>
/// <param name="Kind">What it wants.</param>
/// <param name="Token">Which request.</param>
/// <param name="Now">The request's clock.</param>
/// <param name="Until">For entering, when its patience is over.</param>
/// <param name="Inside">For entering, who was inside then; "" for nobody, the place being kept for the first of those who wait.</param>
public sealed record TurnSignal(TurnSignalKind Kind, string Token, DateTimeOffset Now, DateTimeOffset Until = default, string Inside = "");

/// <summary>What a request may want of a turnstile.</summary>
public enum TurnSignalKind
{
    /// <summary>A place in the queue.</summary>
    Enter,

    /// <summary>To give up its place: it got in, was refused, or waits no longer.</summary>
    Leave,
}
