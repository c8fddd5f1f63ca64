using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class AchievementTests
{
    private static readonly AchievementProgress NotStarted = new(ProgressStatus.NotStarted, 0, null, null, null);

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task Progress_counts_when_the_session_closes_and_not_before(FinaliseMode mode)
    {
        var shop = await AchievementShop.OpenAsync(mode: mode);
        var open = await shop.BuyAsync("s", SessionState.Open);
        Assert.Equal((1, 1m, (long?)1), (AchievementShop.Props<StartAchievementProgressProps>(open).Count, AchievementShop.Props<IncreaseAchievementProgressProps>(open)[0].Value, AchievementShop.Props<IncreaseAchievementProgressProps>(open)[0].ProgressTrackerId));
        Assert.Equal(NotStarted, open.Achievements![0].Current);
        var closed = await shop.BuyAsync("s");
        Assert.Equal(new AchievementProgress(ProgressStatus.InProgress, 1, Shop.Start, null, null), closed.Achievements![0].Current);
        Assert.Equal(closed.Achievements[0].Current, await shop.CurrentAsync());
        Assert.Equal([1m], AchievementShop.Props<IncreaseAchievementProgressProps>(closed).Select(increase => increase.Value));
    }

    [Fact]
    public async Task The_session_that_completes_it_knows()
    {
        var shop = await AchievementShop.OpenAsync();
        await shop.BuyAsync("s1");
        await shop.BuyAsync("s2");
        var last = await shop.BuyAsync("s3");
        Assert.True(AchievementShop.Props<IncreaseAchievementProgressProps>(last)[0].IsJustCompleted);
        Assert.Single(AchievementShop.Props<ShowNotificationProps>(last));
        Assert.Equal(new AchievementProgress(ProgressStatus.Completed, 3, Shop.Start, Shop.Start, null), await shop.CurrentAsync());
        Assert.Empty((await shop.BuyAsync("s4")).Effects);
    }

    [Fact]
    public async Task On_completion_what_goes_beyond_the_target_begins_anew()
    {
        var rules = """[{"title": "Spend", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["increaseAchievementProgress", "collector", 7]]}]""";
        var shop = await AchievementShop.OpenAsync(achievement => achievement with { RecurrencePolicy = RecurrencePolicy.OnCompletion }, rules);
        var state = await shop.BuyAsync("s");
        Assert.Equal([(1L, 3m), (2L, 3m), (3L, 1m)], AchievementShop.Props<IncreaseAchievementProgressProps>(state).Select(increase => (increase.ProgressTrackerId!.Value, increase.Delta)));
        Assert.Equal([1L, 2L, 3L], AchievementShop.Props<StartAchievementProgressProps>(state).Select(start => start.ProgressTrackerId));
        Assert.Equal([(ProgressStatus.Completed, 3), (ProgressStatus.Completed, 3), (ProgressStatus.InProgress, 1)], await shop.HistoryAsync());
        Assert.Equal(3, AchievementShop.Props<IncreaseAchievementProgressProps>(await shop.BuyAsync("t"))[0].ProgressTrackerId);
        Assert.Equal(14, (await shop.HistoryAsync()).Sum(iteration => iteration.Item2));
    }

    [Fact]
    public async Task On_expiration_it_begins_anew_when_its_time_is_over()
    {
        var shop = await AchievementShop.OpenAsync(achievement => achievement with { Period = "10D", RecurrencePolicy = RecurrencePolicy.OnExpiration });
        await shop.BuyAsync("s1");
        shop.Shop.Clock.Advance(TimeSpan.FromDays(9));
        await shop.BuyAsync("s2");
        Assert.Equal(Shop.Start.AddDays(10), (await shop.CurrentAsync()).EndDate);
        shop.Shop.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(NotStarted, await shop.CurrentAsync());
        await shop.BuyAsync("s3");
        Assert.Equal([(ProgressStatus.Expired, 2), (ProgressStatus.InProgress, 1)], await shop.HistoryAsync());
    }

    [Fact]
    public async Task Without_recurrence_nothing_counts_once_its_time_is_over()
    {
        var shop = await AchievementShop.OpenAsync(achievement => achievement with { Period = "10D" });
        await shop.BuyAsync("s1");
        shop.Shop.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Empty((await shop.BuyAsync("s2")).Effects);
        Assert.Equal([(ProgressStatus.Expired, 1)], await shop.HistoryAsync());
    }

    [Fact]
    public async Task A_fixed_schedule_is_the_same_for_all()
    {
        var shop = await AchievementShop.OpenAsync(achievement => achievement with
        {
            ActivationPolicy = ActivationPolicy.FixedSchedule,
            FixedStartDate = Shop.Start.AddDays(1),
            Period = "7D",
            RecurrencePolicy = RecurrencePolicy.OnExpiration,
            EndDate = Shop.Start.AddDays(20),
        });
        Assert.Empty((await shop.BuyAsync("early")).Effects);
        shop.Shop.Clock.Advance(TimeSpan.FromDays(10));
        await shop.BuyAsync("s");
        Assert.Equal((Shop.Start.AddDays(8), Shop.Start.AddDays(15)), ((await shop.CurrentAsync()).StartDate, (await shop.CurrentAsync()).EndDate));
        shop.Shop.Clock.Advance(TimeSpan.FromDays(5));
        await shop.BuyAsync("t");
        Assert.Equal(Shop.Start.AddDays(20), (await shop.CurrentAsync()).EndDate);
        shop.Shop.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Empty((await shop.BuyAsync("late")).Effects);
    }

    [Theory]
    [InlineData("M", "2026-03-01T12:00:00Z", "2026-03-23T22:59:59Z")]
    [InlineData("Y", "2026-12-01T12:00:00Z", "2027-11-23T22:59:59Z")]
    [InlineData("W", "2026-03-01T12:00:00Z", "2026-03-03T22:59:59Z")]
    [InlineData("D", "2026-03-01T23:30:00Z", "2026-03-02T22:59:59Z")]
    public void A_period_may_end_at_a_point_of_the_calendar(string unit, string from, string until)
    {
        var schedule = new AchievementSchedule(
            AchievementShop.Collector with { Period = "1" + unit, PeriodEndOverride = new PeriodEnd(11, 23, 2, 23, 59, 59) }, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var now = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), schedule.Next(now).End);
    }

    [Theory]
    [InlineData(false, FinaliseMode.Inline)]
    [InlineData(true, FinaliseMode.Inline)]
    [InlineData(false, FinaliseMode.Queue)]
    [InlineData(true, FinaliseMode.Queue)]
    public async Task Undoing_takes_progress_back(bool reopen, FinaliseMode mode)
    {
        var shop = await AchievementShop.OpenAsync(mode: mode);
        await shop.BuyAsync("s1");
        await shop.BuyAsync("s2");
        var undone = reopen ? await shop.Shop.ReopenAsync("s1") : await shop.CancelAsync("s1");
        Assert.Equal(new RollbackIncreasedAchievementProgressProps(7, "collector", 1, 1, 1, 3), Assert.Single(AchievementShop.Props<RollbackIncreasedAchievementProgressProps>(undone)));
        Assert.Equal([(ProgressStatus.InProgress, 1)], await shop.HistoryAsync());
        Assert.DoesNotContain((await shop.Shop.Services.Sessions.GetAsync(shop.Shop.Context(), "s1", default)).NetEffects, effect => effect.Props is IncreaseAchievementProgressProps);
        await shop.CancelAsync("s2");
        Assert.Equal(NotStarted, await shop.CurrentAsync());
        Assert.Empty(await shop.HistoryAsync());
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public async Task Completed_progress_is_taken_back_where_that_is_allowed(bool allowed, decimal left)
    {
        var shop = await AchievementShop.OpenAsync(achievement => achievement with { AllowRollbackAfterCompletion = allowed });
        for (var i = 0; i < 3; i++)
            await shop.BuyAsync($"s{i}");
        var cancelled = await shop.CancelAsync("s0");
        Assert.Equal(allowed ? 1 : 0, AchievementShop.Props<RollbackIncreasedAchievementProgressProps>(cancelled).Count);
        Assert.Equal((left, allowed ? ProgressStatus.InProgress : ProgressStatus.Completed), (cancelled.Achievements![0].Current.Progress, cancelled.Achievements[0].Current.Status));
        Assert.Equal(cancelled.Achievements[0].Current, await shop.CurrentAsync());
    }

    /// <summary>Invariant 6.</summary>
    [Theory]
    [InlineData(RecurrencePolicy.NoRecurrence, false)]
    [InlineData(RecurrencePolicy.OnCompletion, false)]
    [InlineData(RecurrencePolicy.OnCompletion, true)]
    public async Task Reopening_and_closing_is_closing(RecurrencePolicy recurrence, bool allowed)
    {
        var rules = """[{"title": "Spend", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["increaseAchievementProgress", "collector", 4]]}]""";
        var shop = await AchievementShop.OpenAsync(achievement => achievement with { RecurrencePolicy = recurrence, AllowRollbackAfterCompletion = allowed }, rules);
        var closed = await shop.BuyAsync("s");
        var history = await shop.HistoryAsync();
        for (var i = 0; i < 3; i++)
        {
            await shop.Shop.ReopenAsync("s");
            var again = await shop.BuyAsync("s");
            Assert.Equal(closed.Effects.Select(effect => effect.Props), again.Effects.Select(effect => effect.Props));
            Assert.Equal(history, await shop.HistoryAsync());
        }
    }

    [Fact]
    public async Task Of_many_closings_at_once_every_one_counts_once_and_one_completes_it()
    {
        var shop = await AchievementShop.OpenAsync(achievement => achievement with { Target = 12 }, realTime: true);
        for (var i = 0; i < 12; i++)
            await shop.BuyAsync($"s{i}", SessionState.Open, instance: $"instance {i % 3}");
        var states = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => CloseAsync(shop, i))));
        Assert.Single(states, state => AchievementShop.Props<ShowNotificationProps>(state).Count > 0);
        Assert.Equal([(ProgressStatus.Completed, 12)], await shop.HistoryAsync());
        Assert.Equal(Enumerable.Range(1, 12).Select(value => (decimal)value), states.SelectMany(AchievementShop.Props<IncreaseAchievementProgressProps>).Select(increase => increase.Value).Order());
    }

    [Fact]
    public async Task A_claim_on_progress_that_others_have_changed_is_refused()
    {
        var shop = await AchievementShop.OpenAsync();
        await shop.BuyAsync("s");
        var partition = Partitions.Achievements("p");
        var step = new ProgressStep(7, 1, Shop.Start, null, 3, 1);
        var ledger = new LimitLedger(shop.Shop.Store, shop.Shop.Clock);
        var attempt = new AttemptReference("session.1.x", "attempt");
        var blind = new AchievementClaim(partition, AchievementRows.Of(7), "a.0", 1, null, [step], Shop.Start);
        Assert.False((await ledger.ClaimAsync([new ClaimRequest(blind)], attempt))[0].Granted);
        var seeing = blind with { Id = "a.1", Seen = new ProgressTracker(1, Shop.Start, null, 3, 1, null) };
        Assert.True((await ledger.ClaimAsync([new ClaimRequest(seeing)], attempt))[0].Granted);
        await ledger.ReleaseAsync(seeing, attempt, default);
        Assert.Equal([(ProgressStatus.InProgress, 1)], await shop.HistoryAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_crash_at_any_write_of_a_closing_progress_and_session_agree(bool written)
    {
        for (var write = 1; ; write++)
        {
            var shop = await AchievementShop.OpenAsync();
            await shop.BuyAsync("s", SessionState.Open);
            var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), shop.Shop.Time);
            var dying = new PromotionServices(new PromotionPorts(faults.Tables(shop.Shop.Store), faults.Queue(shop.Shop.Store), new InProcessGate(shop.Shop.Time), shop.Shop.Time, new SeededRandomSource((ulong)write), FinaliseMode.Inline));
            try
            {
                var context = shop.Shop.Context();
                await dying.Sessions.UpdateAsync(context, Shop.State("s", SessionState.Closed), Shop.Render, default);
                await context.AfterAnswer.RunAsync();
            }
            catch (CrashException)
            {
            }

            await shop.Shop.SettleAsync();
            var session = (await shop.Shop.Services.Sessions.GetAsync(shop.Shop.Context(), "s", default)).Session;
            Assert.Equal(session.State == SessionState.Closed ? 1 : 0, (await shop.CurrentAsync()).Progress);
            if (session.State == SessionState.Open)
                await shop.BuyAsync("s");
            Assert.Equal([(ProgressStatus.InProgress, 1)], await shop.HistoryAsync());
            if (!faults.Crashed)
                return;
        }
    }

    [Fact]
    public async Task Events_add_progress_at_once()
    {
        var rules = """[{"title": "Visit", "condition": ["and", ["eventTypeIs", "visited"]], "effects": [["increaseAchievementProgress", "collector", 2]]}]""";
        var shop = await AchievementShop.OpenAsync(rules: rules);
        await shop.Shop.With(ConfigurationChange.Put(EntityKinds.EventType, new EventType { Id = 1, Created = Shop.Start, Title = "visited", Name = "visited" })).OpenAsync();
        for (var i = 0; i < 2; i++)
            await shop.Shop.Services.Events.TrackAsync(shop.Shop.Context(), new EventUpdate { Type = "visited", ProfileId = "p" }, Shop.Render, default);
        Assert.Equal([(ProgressStatus.Completed, 3)], await shop.HistoryAsync());
    }

    private static async Task<IntegrationState> CloseAsync(AchievementShop shop, int i)
    {
        while (true)
        {
            try
            {
                return await shop.BuyAsync($"s{i}", instance: $"instance {i % 3}");
            }
            catch (ConflictException)
            {
                await Task.Yield();
            }
        }
    }
}
