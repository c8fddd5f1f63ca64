using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Tells customers' progress in achievements.</summary>
public sealed class AchievementService
{
    private readonly ITableStore _store;
    private readonly ConfigurationStore _configurations;
    private readonly ProfileReader _profiles;

    internal AchievementService(ITableStore store, ConfigurationStore configurations, ProfileReader profiles) =>
        (_store, _configurations, _profiles) = (store, configurations, profiles);

    /// <summary>The achievements of the Application's enabled campaigns, in the order of their ids, with a customer's progress.</summary>
    /// <exception cref="NotFoundException">There is no such customer.</exception>
    public async Task<IReadOnlyList<CustomerAchievement>> ListAsync(RequestContext context, string customer, CancellationToken cancellation)
    {
        await RequireAsync(customer, cancellation);
        return await ListAsync(context, customer, [], cancellation);
    }

    /// <summary>A customer's iterations of an achievement, the last one first.</summary>
    /// <exception cref="NotFoundException">There is no such customer, or no such achievement in the Application.</exception>
    public async Task<IReadOnlyList<AchievementProgress>> HistoryAsync(RequestContext context, string customer, long achievement, CancellationToken cancellation)
    {
        if (!(await _configurations.GetAsync(cancellation)).For(context.ApplicationId).Achievements.ContainsKey(achievement))
            throw new NotFoundException($"There is no achievement {achievement} here");
        await RequireAsync(customer, cancellation);
        var stock = (AchievementStock)await AchievementStock.ReadAsync(_store, Partitions.Achievements(customer), AchievementRows.Of(achievement), achievement, cancellation);
        return [.. stock.Row.Trackers.Reverse().Select(tracker => Shown(tracker, context.Now))];
    }

    /// <summary>The same list for a customer who is known to exist, once some progress will have been taken back.</summary>
    internal async Task<IReadOnlyList<CustomerAchievement>> ListAsync(RequestContext context, string customer, IReadOnlyList<ClaimReturn> undone, CancellationToken cancellation)
    {
        var application = (await _configurations.GetAsync(cancellation)).For(context.ApplicationId);
        var rows = (await _store.ReadAllAsync(Partitions.Achievements(customer), AchievementRows.All, cancellation))
            .Select(row => RowCodec.Decode(row.Body, RowJson.Default.AchievementRow))
            .ToDictionary(row => row.AchievementId);
        foreach (var back in undone)
        {
            var claim = (AchievementClaim)back.Claim;
            var id = claim.Steps[0].Achievement;
            rows[id] = rows[id].Without(claim.Tail(claim.Amount, back.Amount));
        }

        return
        [
            .. application.Achievements.Values
                .Where(schedule => application.Campaigns.GetValueOrDefault(schedule.Achievement.CampaignId) is { State: CampaignState.Enabled })
                .OrderBy(schedule => schedule.Achievement.Id)
                .Select(schedule => Shown(schedule, application.Campaigns[schedule.Achievement.CampaignId], rows.GetValueOrDefault(schedule.Achievement.Id), context.Now)),
        ];
    }

    private async Task RequireAsync(string customer, CancellationToken cancellation)
    {
        if ((await _profiles.ReadAsync(customer, cancellation)).Stored is null)
            throw new NotFoundException($"There is no customer profile \"{customer}\".");
    }

    private static CustomerAchievement Shown(AchievementSchedule schedule, Campaign campaign, AchievementRow? row, DateTimeOffset now)
    {
        var (achievement, (start, end)) = (schedule.Achievement, schedule.Next(now));
        var isOver = achievement.EndDate <= now || campaign.EndTime <= now;
        var status = isOver ? AchievementStatus.Expired : start > now || campaign.StartTime > now ? AchievementStatus.Scheduled : AchievementStatus.Active;
        var isCurrent = row?.Last is { } last && (!last.IsOver(now) || achievement.RecurrencePolicy == RecurrencePolicy.NoRecurrence);
        var fixedDates = achievement.ActivationPolicy == ActivationPolicy.FixedSchedule;
        var current = isCurrent ? Shown(row!.Last!, now) : new AchievementProgress(ProgressStatus.NotStarted, 0, fixedDates ? start : null, null, fixedDates ? end : null);
        return new CustomerAchievement(achievement, status, current);
    }

    private static AchievementProgress Shown(ProgressTracker tracker, DateTimeOffset now)
    {
        var status = tracker.Completed is not null ? ProgressStatus.Completed : tracker.IsOver(now) ? ProgressStatus.Expired : ProgressStatus.InProgress;
        return new AchievementProgress(status, tracker.Progress, tracker.Start, tracker.Completed, tracker.End);
    }
}
