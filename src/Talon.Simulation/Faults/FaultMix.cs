using Talon.Storage;

namespace Talon.Simulation;

/// <summary>Which faults strike in a run, and how often. Each run has its own mix, so that some meet a fault alone and some all at once.</summary>
/// <param name="Rates">How often each kind strikes an operation that it can strike, from 0 to 1.</param>
internal sealed record FaultMix(IReadOnlyList<(FaultKind Kind, double Rate)> Rates)
{
    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>()[1..];

    /// <summary>Nothing goes wrong.</summary>
    public bool IsEmpty => Rates.Count == 0;

    /// <summary>Draws a mix: none in one run of eight, otherwise about half of the kinds.</summary>
    public static FaultMix Draw(Random random)
    {
        if (random.Next(8) == 0)
            return new FaultMix([]);
        return new FaultMix([.. Kinds.Where(_ => random.Next(2) == 0).Select(kind => (kind, Rate(kind, random)))]);
    }

    /// <inheritdoc/>
    public override string ToString() => IsEmpty
        ? "no faults"
        : string.Join(", ", Rates.Select(pair => FormattableString.Invariant($"{pair.Kind} {pair.Rate:0.0000}")));

    /// <summary>From rare to common, a rare one being as likely as a common one; crashes and pauses are rarer by themselves.</summary>
    private static double Rate(FaultKind kind, Random random)
    {
        var rate = Math.Pow(10, -1 - (2 * random.NextDouble()));
        return kind is FaultKind.CrashBefore or FaultKind.CrashAfter or FaultKind.Pause ? rate / 10 : rate;
    }
}
