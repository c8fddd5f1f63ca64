namespace Talon.Promotions;

/// <summary>The queue at one contended id: what a durable entity keeps. It orders those who wait; who is inside, the lease row tells.</summary>
/// <remarks>Immutable; each signal gives the next state. An empty state may be thrown away.</remarks>
public sealed record Turnstile
{
    /// <summary>A turnstile that nobody is at.</summary>
    public static Turnstile Empty { get; } = new();

    /// <summary>Who waits, in order: two, and the one whose turn it is.</summary>
    public IReadOnlyList<TurnWaiter> Waiting { get; init; } = [];

    /// <summary>Who was refused and may not have noticed yet.</summary>
    public IReadOnlyList<TurnWaiter> Refused { get; init; } = [];

    /// <summary>Whether nobody is at it.</summary>
    public bool IsEmpty => Waiting.Count == 0 && Refused.Count == 0;

    /// <summary>Whose turn it is to take the lease; null for nobody's. Those who died waiting are passed over once their patience is over.</summary>
    public string? First(DateTimeOffset now) => Waiting.FirstOrDefault(waiter => waiter.Until > now)?.Token;

    /// <summary>Whether a request was refused.</summary>
    public bool Refuses(string token) => Refused.Any(waiter => waiter.Token == token);

    /// <summary>Whether a request's signal to enter was served, and its patience is not over.</summary>
    public bool Knows(string token) => Refuses(token) || Waiting.Any(waiter => waiter.Token == token);

    /// <summary>The state after a signal.</summary>
    public Turnstile After(TurnSignal signal)
    {
        var others = new Turnstile
        {
            Waiting = [.. Waiting.Where(waiter => waiter.Until > signal.Now && waiter.Token != signal.Token)],
            Refused = [.. Refused.Where(waiter => waiter.Until > signal.Now && waiter.Token != signal.Token)],
        };
        if (signal.Kind == TurnSignalKind.Leave)
            return others;
        if (Knows(signal.Token))
            return this;
        var waiter = new TurnWaiter(signal.Token, signal.Until);
        return others.Waiting.Count(other => other.Token != signal.Inside) < Places(signal.Inside)
            ? others with { Waiting = [.. others.Waiting, waiter] }
            : others with { Refused = [.. others.Refused, waiter] };
    }

    /// <summary>How many may wait: one more while nobody is inside, since the first of them is about to be.</summary>
    private static int Places(string inside) => inside.Length == 0 ? GateRefusal.MostWaiting + 1 : GateRefusal.MostWaiting;
}

/// <summary>A request that waits.</summary>
/// <param name="Token">Which one.</param>
/// <param name="Until">When its patience is over.</param>
public sealed record TurnWaiter(string Token, DateTimeOffset Until);
