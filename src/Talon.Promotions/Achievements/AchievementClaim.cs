using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A claim on progress: it is made only where the customer stands as the rules saw them.</summary>
/// <param name="Partition">The customer's achievements.</param>
/// <param name="Stock">The achievement's row key.</param>
/// <param name="Id">Unique per attempt and round.</param>
/// <param name="Amount">How much progress.</param>
/// <param name="Seen">The last iteration as the rules saw it; null for none.</param>
/// <param name="Steps">The progress, iteration by iteration.</param>
/// <param name="At">When.</param>
internal sealed record AchievementClaim(string Partition, string Stock, string Id, decimal Amount, ProgressTracker? Seen, IReadOnlyList<ProgressStep> Steps, DateTimeOffset At)
    : Claim(Partition, Stock, Id, Amount, Permanent: false)
{
    /// <inheritdoc/>
    public override Task<Stock> ReadAsync(ITableStore store, IEnumerable<Claim> claims, CancellationToken cancellation) =>
        AchievementStock.ReadAsync(store, Partition, Stock, Steps[0].Achievement, cancellation);

    /// <summary>The last part of what is held of the steps.</summary>
    /// <param name="held">How much of the claim is held, from the front.</param>
    /// <param name="amount">How much of that is meant, from the back.</param>
    public IReadOnlyList<ProgressStep> Tail(decimal held, decimal amount)
    {
        var tail = new List<ProgressStep>();
        var (from, at) = (held - amount, 0m);
        foreach (var step in Steps)
        {
            var overlap = Math.Min(at + step.Delta, held) - Math.Max(at, from);
            if (overlap > 0)
                tail.Add(step with { Delta = overlap });
            at += step.Delta;
        }

        return tail;
    }
}
