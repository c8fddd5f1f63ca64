using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates, changes and deletes achievements of campaigns.</summary>
public sealed class AchievementSetup(SetupContext context)
{
    /// <summary>Creates an achievement of a campaign.</summary>
    public async Task<Achievement> CreateAsync(long applicationId, long campaignId, AchievementInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Achievement, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                configuration.RequireCampaign(applicationId, campaignId);
                var blank = new Achievement
                {
                    Id = id,
                    Created = context.Now,
                    ApplicationId = applicationId,
                    CampaignId = campaignId,
                    UserId = actor.Id,
                    CreatedBy = actor.Name,
                    Name = input.Name!,
                    Title = input.Title!,
                    Target = input.Target!.Value,
                };
                return Save(configuration, Fill(blank, input), new ProblemList());
            },
            cancellation);
    }

    /// <summary>Changes an achievement. Iterations that customers have begun keep their target and their end.</summary>
    public Task<Achievement> UpdateAsync(long applicationId, long campaignId, long id, AchievementInput input, CancellationToken cancellation = default) =>
        EditAsync(applicationId, campaignId, id, input, before => before, cancellation);

    /// <summary>Makes an achievement what is said: what is null is not there any more.</summary>
    public Task<Achievement> ReplaceAsync(long applicationId, long campaignId, long id, AchievementInput input, CancellationToken cancellation = default) => EditAsync(
        applicationId,
        campaignId,
        id,
        input,
        before => before with
        {
            Description = "",
            Period = null,
            PeriodEndOverride = null,
            RecurrencePolicy = RecurrencePolicy.NoRecurrence,
            ActivationPolicy = ActivationPolicy.UserAction,
            FixedStartDate = null,
            EndDate = null,
            AllowRollbackAfterCompletion = false,
        },
        cancellation);

    /// <summary>Deletes an achievement that no enabled campaign uses.</summary>
    public Task DeleteAsync(long applicationId, long campaignId, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Delete(EntityKinds.Achievement, configuration.RequireAchievement(applicationId, campaignId, id).Id),
        cancellation);

    private Task<Achievement> EditAsync(
        long applicationId, long campaignId, long id, AchievementInput input, Func<Achievement, Achievement> stays, CancellationToken cancellation) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireAchievement(applicationId, campaignId, id);
            var problems = new ProblemList();
            problems.Unchanged(before.Name, input.Name ?? before.Name, "name");
            return Save(configuration, Fill(stays(before), input), problems);
        },
        cancellation);

    private static Achievement Fill(Achievement achievement, AchievementInput input) => achievement with
    {
        Title = input.Title ?? achievement.Title,
        Description = input.Description ?? achievement.Description,
        Target = input.Target ?? achievement.Target,
        Period = input.Period ?? achievement.Period,
        PeriodEndOverride = input.PeriodEndOverride ?? achievement.PeriodEndOverride,
        RecurrencePolicy = input.RecurrencePolicy ?? achievement.RecurrencePolicy,
        ActivationPolicy = input.ActivationPolicy ?? achievement.ActivationPolicy,
        FixedStartDate = input.FixedStartDate ?? achievement.FixedStartDate,
        EndDate = input.EndDate ?? achievement.EndDate,
        AllowRollbackAfterCompletion = input.AllowRollbackAfterCompletion ?? achievement.AllowRollbackAfterCompletion,
    };

    private static Decision<Achievement> Save(Configuration configuration, Achievement achievement, ProblemList problems)
    {
        Check(achievement, problems);
        problems.Throw();
        var others = configuration.Achievements.Where(other => other.Id != achievement.Id && other.ApplicationId == achievement.ApplicationId).ToList();
        if (others.Exists(other => other.Name == achievement.Name))
            throw new ConflictException($"There is already an achievement \"{achievement.Name}\" in this application");
        if (others.Exists(other => other.Title == achievement.Title))
            throw new ConflictException($"There is already an achievement with the title \"{achievement.Title}\" in this application");
        return Decision.Put(EntityKinds.Achievement, achievement);
    }

    private static void Check(Achievement achievement, ProblemList problems)
    {
        var period = achievement.Period is { } text ? Duration.Parse(text) : null;
        if (achievement.Target <= 0)
            problems.Invalid("The target is above zero", "/target");
        if (achievement.Period is not null && period is not { Amount: > 0 })
            problems.Invalid("The period is a whole number above zero and s, m, h, D, W, M or Y, such as 30D; _D or _U at its end rounds it", "/period");
        if (achievement.PeriodEndOverride is not null && (period is not { Rounding: ' ' } || !"DWMY".Contains(period.Value.Unit)))
            problems.Invalid("A point of the calendar goes with a period of days, weeks, months or years that is not rounded", "/periodEndOverride");
        if (achievement.ActivationPolicy == ActivationPolicy.FixedSchedule && achievement.FixedStartDate is null)
            problems.All.Add(new Problem("required", "An achievement with a fixed schedule has a fixedStartDate.", "/fixedStartDate"));
        if (achievement.RecurrencePolicy == RecurrencePolicy.OnExpiration && achievement.Period is null)
            problems.All.Add(new Problem("required", "An achievement that recurs on expiration has a period.", "/period"));
        if (achievement.EndDate <= achievement.FixedStartDate)
            problems.Invalid("The achievement ends before it begins", "/endDate");
    }
}
