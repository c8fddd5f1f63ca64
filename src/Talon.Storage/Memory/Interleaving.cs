namespace Talon.Storage;

/// <summary>The ways to tear.</summary>
public static class Interleaving
{
    /// <summary>Every operation takes effect and answers at once, and pages are as long as asked for.</summary>
    public static IInterleaving None { get; } = new Whole();

    /// <summary>
    /// Operations step back up to <paramref name="turns"/> times behind whatever else the current
    /// <see cref="SynchronizationContext"/> or task scheduler has to run, and pages end anywhere. Under a scheduler
    /// of one thread the same seed gives the same order.
    /// </summary>
    public static IInterleaving Seeded(Random random, int turns = 3) => new Torn(random, turns);

    private sealed class Whole : IInterleaving
    {
        public ValueTask TurnAsync() => default;

        public int PageSize(int take) => take;
    }

    private sealed class Torn(Random random, int turns) : IInterleaving
    {
        private readonly Lock _gate = new();

        public async ValueTask TurnAsync()
        {
            for (var left = Next(turns + 1); left > 0; left--)
                await Task.Yield();
        }

        public int PageSize(int take) => 1 + Next(take);

        private int Next(int below)
        {
            lock (_gate)
                return random.Next(below);
        }
    }
}
