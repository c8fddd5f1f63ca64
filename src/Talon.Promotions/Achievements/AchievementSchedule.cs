using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Says when iterations of an achievement begin and end.</summary>
/// <param name="achievement">The achievement.</param>
/// <param name="zone">The Application's time zone.</param>
internal sealed class AchievementSchedule(Achievement achievement, TimeZoneInfo zone)
{
    private const int MostPeriods = 100_000;

    private readonly Duration? _period = achievement.Period is { } text ? Duration.Parse(text) : null;

    /// <summary>The achievement.</summary>
    public Achievement Achievement => achievement;

    /// <summary>The iteration that would begin now; it may lie in the future, or be over.</summary>
    public (DateTimeOffset Start, DateTimeOffset? End) Next(DateTimeOffset now)
    {
        if (achievement.ActivationPolicy == ActivationPolicy.UserAction)
            return (now, Earlier(EndOf(now), achievement.EndDate));
        var start = achievement.FixedStartDate ?? achievement.Created;
        var end = EndOf(start);
        if (achievement.RecurrencePolicy != RecurrencePolicy.NoRecurrence && end is not null)
        {
            start = Skip(start, now);
            end = EndOf(start);
            for (var i = 0; i < MostPeriods && end <= now && end > start; i++)
                (start, end) = (end.Value, EndOf(end.Value));
        }

        return (start, Earlier(end, achievement.EndDate));
    }

    /// <summary>What the rule engine is told of a customer's progress.</summary>
    public AchievementFacts Facts(AchievementRow row, DateTimeOffset now)
    {
        var recurs = achievement.RecurrencePolicy == RecurrencePolicy.OnCompletion;
        var (start, end) = Next(now);
        if (row.Last is not { } last || (last.IsOver(now) && achievement.RecurrencePolicy != RecurrencePolicy.NoRecurrence))
            return new AchievementFacts { Target = achievement.Target, RecursOnCompletion = recurs, StartDate = start, EndDate = end };
        var facts = new AchievementFacts { Target = last.Target, Progress = last.Progress, Started = true, Completed = last.Completed is not null, RecursOnCompletion = recurs };
        return facts.Completed && recurs
            ? facts with { Target = achievement.Target, StartDate = start, EndDate = end }
            : facts with { StartDate = last.Start, EndDate = Earlier(last.End, achievement.EndDate), ProgressTrackerId = last.Id };
    }

    /// <summary>The steps that so much progress takes.</summary>
    public IReadOnlyList<ProgressStep> Steps(AchievementRow row, decimal amount, DateTimeOffset now)
    {
        var steps = new List<ProgressStep>();
        while (amount > 0)
        {
            var facts = Facts(row, now);
            var continues = facts.Started && !facts.Completed;
            if (facts.Target <= 0 || (facts.Completed && !facts.RecursOnCompletion))
                break;
            var delta = Math.Min(amount, continues ? facts.Target - facts.Progress : facts.Target);
            var step = new ProgressStep(achievement.Id, continues ? row.Last!.Id : row.NextTracker, facts.StartDate ?? now, facts.EndDate, facts.Target, delta);
            steps.Add(step);
            row = row.With([step], now);
            amount -= delta;
        }

        return steps;
    }

    private DateTimeOffset? EndOf(DateTimeOffset start) => _period is not { } period
        ? null
        : achievement.PeriodEndOverride is { } point ? PeriodEnds.After(start, period, point, zone) : period.After(start, zone);

    /// <summary>Passes over most of the periods of a fixed length that lie behind.</summary>
    private DateTimeOffset Skip(DateTimeOffset start, DateTimeOffset now)
    {
        var unit = _period!.Value.Unit switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            _ => TimeSpan.Zero,
        };
        var span = unit * _period.Value.Amount;
        return span > TimeSpan.Zero && now > start && achievement.PeriodEndOverride is null && _period.Value.Rounding == ' ' ? start + (span * Math.Floor((now - start) / span)) : start;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
