namespace Talon.Promotions;

/// <summary>Changes of the set-up that are gathered, and take effect together as one version, or not at all.</summary>
/// <remarks>
/// Each use case of <see cref="Account"/> checks its change as ever, on top of those gathered before; only whether enabled
/// campaigns can be evaluated is looked at once, in the end. For one caller at a time.
/// </remarks>
public sealed class SetupBatch
{
    private const long FirstTrialId = 1L << 52;

    private readonly HashSet<(EntityKind Kind, long Id)> _touched = [];
    private readonly List<(EntityKind Kind, long Id)> _order = [];
    private long _nextTrialId = FirstTrialId;

    internal SetupBatch(SetupContext context, Configuration before, bool trial)
    {
        Before = Current = before;
        IsTrial = trial;
        Account = new(context with { Batch = this });
    }

    /// <summary>The use cases, gathering what they decide.</summary>
    public AccountSetup Account { get; }

    /// <summary>The configuration that the batch began with.</summary>
    public Configuration Before { get; }

    /// <summary>The configuration with what was gathered so far.</summary>
    public Configuration Current { get; private set; }

    internal bool IsTrial { get; }

    /// <summary>What changes. Entities that are as they were but for who changed them when are left alone.</summary>
    public IReadOnlyList<ConfigurationChange> Changes()
    {
        var after = Current;
        return
        [
            .. from touched in _order
               let before = Before.Find(touched.Kind, touched.Id)
               let now = after.Find(touched.Kind, touched.Id)
               where !EntityComparison.AreSame(touched.Kind, before, now)
               select ConfigurationChange.Of(touched.Kind, touched.Id, now),
        ];
    }

    /// <summary>Refuses the batch when an enabled campaign could not be evaluated after it.</summary>
    public void Check() => Evaluability.Check(Before, Before.With(Changes(), Before.Version + 1));

    /// <summary>Applies what was gathered as one version; false when the configuration was changed since the batch began.</summary>
    public async Task<bool> CommitAsync(CancellationToken cancellation = default)
    {
        if (IsTrial)
            throw new InvalidOperationException("A trial cannot be committed.");
        var changes = Changes();
        if (changes.Count == 0)
            return true;
        var isStale = false;
        await Account.Configurations.UpdateAsync(
            current =>
            {
                isStale = current.Version != Before.Version;
                return isStale ? [] : changes;
            },
            cancellation);
        return !isStale;
    }

    internal long TakeTrialIds(int count) => (_nextTrialId += count) - count;

    internal T Gather<T>(Func<Configuration, Decision<T>> decide)
    {
        var decision = decide(Current);
        if (decision.Changes.Count == 0)
            return decision.Result;
        foreach (var change in decision.Changes)
        {
            if (_touched.Add((change.Kind, change.Id)))
                _order.Add((change.Kind, change.Id));
        }

        Current = Current.With(decision.Changes, Before.Version + 1);
        return decision.Result;
    }
}
