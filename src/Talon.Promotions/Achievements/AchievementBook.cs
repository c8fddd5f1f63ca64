using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The progress in achievements that one update has read, and what its effects add.</summary>
/// <remarks>What an earlier closing of the session added and reopening left counts as added by this one, and is not added again.</remarks>
/// <param name="store">Where progress is kept.</param>
/// <param name="scope">What the update is about.</param>
/// <param name="left">What reopening left.</param>
internal sealed class AchievementBook(ITableStore store, UpdateScope scope, IReadOnlyList<ProgressStep> left) : IClaimBook
{
    private readonly HashSet<long> _asked = [];
    private readonly Dictionary<long, AchievementRow> _stored = [];
    private readonly Dictionary<long, decimal> _held = [];

    /// <inheritdoc/>
    public EvaluationFacts AddTo(EvaluationFacts facts) => facts with { Achievements = _asked.ToDictionary(id => id, Facts) };

    /// <inheritdoc/>
    public async Task ReadAsync(MissingFacts missing, CancellationToken cancellation)
    {
        _asked.UnionWith(missing.Achievements);
        if (scope.Customer is not { } customer)
            return;
        var partition = Partitions.Achievements(customer);
        var rows = await Task.WhenAll(missing.Achievements.Select(id => AchievementStock.ReadAsync(store, partition, AchievementRows.Of(id), id, cancellation)));
        foreach (var (id, stock) in missing.Achievements.Zip(rows))
            _stored[id] = ((AchievementStock)stock).Row;
    }

    /// <inheritdoc/>
    public Task CompleteAsync(Effect[] effects, IReadOnlyList<EffectKey> keys, CancellationToken cancellation)
    {
        var steps = Totals(effects).ToDictionary(total => total.Key, total => new Queue<ProgressStep>(Steps(total.Key, total.Value)));
        for (var i = 0; i < effects.Length; i++)
        {
            effects[i] = effects[i].Props switch
            {
                StartAchievementProgressProps start when steps.GetValueOrDefault(start.AchievementId) is { Count: > 0 } next =>
                    effects[i] with { Props = start with { ProgressTrackerId = next.Peek().Tracker, StartDate = next.Peek().Start, EndDate = next.Peek().End } },
                IncreaseAchievementProgressProps increase when steps.GetValueOrDefault(increase.AchievementId) is { Count: > 0 } next =>
                    effects[i] with { Props = increase with { ProgressTrackerId = Pass(next, increase.Delta) } },
                _ => effects[i],
            };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IEnumerable<Shortage> Shortages(EvaluationResult result) => [];

    /// <inheritdoc/>
    public Task ReadAgainAsync(object key, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public IEnumerable<Want> Wants(EvaluationResult result) => Totals(result.Effects)
        .Select(total => (total.Key, Amount: total.Value - Left(total.Key).Sum(step => step.Delta)))
        .Where(total => total.Amount > 0)
        .Select(total => new Want(this, total.Key, total.Amount));

    /// <inheritdoc/>
    public ValueTask<ClaimRequest> RequestAsync(Want want, string id, decimal amount)
    {
        var achievement = (long)want.Key;
        var now = After(achievement, _held.GetValueOrDefault(achievement));
        var steps = Schedule(achievement)!.Steps(now, amount, scope.Now);
        var claim = new AchievementClaim(Partitions.Achievements(scope.Customer!), AchievementRows.Of(achievement), $"{id}.{achievement}", amount, now.Last, steps, scope.Now);
        return new(new ClaimRequest(claim));
    }

    /// <inheritdoc/>
    public void Granted(Want want, ClaimVerdict verdict) => _held[(long)want.Key] = _held.GetValueOrDefault((long)want.Key) + verdict.Made!.Amount;

    /// <inheritdoc/>
    public void Refused(Want want, ClaimVerdict verdict, decimal held)
    {
        var achievement = (long)want.Key;
        _stored[achievement] = ((AchievementStock)verdict.Stock).Row.Without(Schedule(achievement)!.Steps(Stored(achievement), held, scope.Now));
    }

    /// <inheritdoc/>
    public void GivenBack(Want want, decimal amount) => _held[(long)want.Key] -= amount;

    private static Dictionary<long, decimal> Totals(IEnumerable<Effect> effects) => effects
        .Select(effect => effect.Props)
        .OfType<IncreaseAchievementProgressProps>()
        .GroupBy(increase => increase.AchievementId)
        .ToDictionary(group => group.Key, group => group.Sum(increase => increase.Delta));

    /// <summary>The iteration that an increase belongs to, which is passed over by so much.</summary>
    private static long Pass(Queue<ProgressStep> steps, decimal delta)
    {
        var step = steps.Peek();
        for (var rest = delta; rest > 0 && steps.Count > 0;)
        {
            var next = steps.Dequeue();
            if (next.Delta > rest)
                Requeue(steps, next with { Delta = next.Delta - rest });
            rest -= Math.Min(rest, next.Delta);
        }

        return step.Tracker;
    }

    private static void Requeue(Queue<ProgressStep> steps, ProgressStep first)
    {
        var others = steps.ToArray();
        steps.Clear();
        steps.Enqueue(first);
        foreach (var other in others)
            steps.Enqueue(other);
    }

    private IEnumerable<ProgressStep> Left(long achievement) => left.Where(step => step.Achievement == achievement);

    /// <summary>Where the customer stands once so much is added.</summary>
    private AchievementRow After(long achievement, decimal held) => held == 0
        ? Stored(achievement)
        : Stored(achievement).With(Schedule(achievement)!.Steps(Stored(achievement), held, scope.Now), scope.Now);

    private AchievementRow Stored(long achievement) => _stored.GetValueOrDefault(achievement) ?? AchievementRow.None(achievement);

    private AchievementRow Before(long achievement) => Stored(achievement).Without(Left(achievement));

    private IReadOnlyList<ProgressStep> Steps(long achievement, decimal amount) => Schedule(achievement)?.Steps(Before(achievement), amount, scope.Now) ?? [];

    private AchievementFacts Facts(long achievement) => Schedule(achievement)?.Facts(Before(achievement), scope.Now) ?? new AchievementFacts { Target = 0 };

    private AchievementSchedule? Schedule(long achievement) => scope.Application.Achievements.GetValueOrDefault(achievement);
}
