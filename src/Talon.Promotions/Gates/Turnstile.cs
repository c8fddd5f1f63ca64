namespace Talon.Promotions;

/// <summary>The order of turns at one contended id: what a durable entity keeps. Orders turns and nothing else.</summary>
/// <remarks>Immutable; each signal gives the next state. A state without holder and waiters may be thrown away.</remarks>
public sealed record Turnstile
{
    /// <summary>A turnstile that nobody is at.</summary>
    public static Turnstile Empty { get; } = new();

    /// <summary>Whose turn it is; null for nobody's.</summary>
    public string? Holder { get; init; }

    /// <summary>When the holder is taken for dead.</summary>
    public DateTimeOffset HolderExpires { get; init; }

    /// <summary>Who waits, in order; at most two.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>Who was refused lately; a few of the last.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Whether nobody is at it.</summary>
    public bool IsEmpty => Holder is null && Waiting.Count == 0;

    /// <summary>The state after a signal.</summary>
    public Turnstile After(TurnSignal signal) => signal.Kind switch
    {
        TurnSignalKind.Enter => Enter(signal),
        TurnSignalKind.Leave or TurnSignalKind.Expire when signal.Token == Holder => Next(signal.Now),
        TurnSignalKind.Leave or TurnSignalKind.Withdraw => this with { Waiting = [.. Waiting.Where(token => token != signal.Token)] },
        _ => this,
    };

    private Turnstile Enter(TurnSignal signal)
    {
        if (signal.Token == Holder || Waiting.Contains(signal.Token) || Refused.Contains(signal.Token))
            return this;
        var known = Holder is null && Waiting.Count == 0 && signal.Behind is { } holder
            ? this with { Holder = holder, HolderExpires = signal.BehindExpires }
            : this;
        if (known.Waiting.Count == GateRefusal.MostWaiting)
            return known with { Refused = [.. known.Refused.TakeLast(15), signal.Token] };
        var queued = known with { Waiting = [.. known.Waiting, signal.Token] };
        return queued.Holder is null ? queued.Next(signal.Now) : queued;
    }

    private Turnstile Next(DateTimeOffset now) => Waiting.Count == 0
        ? this with { Holder = null }
        : this with { Holder = Waiting[0], HolderExpires = now + GateRefusal.Lease, Waiting = [.. Waiting.Skip(1)] };
}
