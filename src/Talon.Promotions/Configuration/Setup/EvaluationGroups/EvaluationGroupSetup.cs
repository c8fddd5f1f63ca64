using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates, changes and deletes evaluation groups. Groups nest two levels deep under the base group.</summary>
public sealed class EvaluationGroupSetup(SetupContext context)
{
    private const int DeepestLevel = 2;

    /// <summary>Creates an evaluation group of an Application.</summary>
    public async Task<EvaluationGroup> CreateAsync(long applicationId, EvaluationGroupInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.EvaluationGroup, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                configuration.RequireApplication(applicationId);
                var parentId = input.ParentId ?? configuration.BaseGroup(applicationId).Id;
                var blank = new EvaluationGroup { Id = id, ApplicationId = applicationId, Name = "", ParentId = parentId, Position = configuration.NextPosition(parentId) };
                var group = Fill(blank, input);
                Check(configuration, group);
                return Decision.Put(EntityKinds.EvaluationGroup, group);
            },
            cancellation);
    }

    /// <summary>Changes an evaluation group; a locked one can only be unlocked first.</summary>
    public Task<EvaluationGroup> UpdateAsync(long applicationId, long id, EvaluationGroupInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireEvaluationGroup(applicationId, id);
            if (before.Locked && input.Locked)
                throw new InvalidRequestException(new Problem("Invalid", "The evaluation group is locked", "/locked"));
            var group = Fill(before, before.ParentId is null ? input with { ParentId = null } : input);
            if (before.ParentId is null)
                CheckBase(group, input);
            else
                Check(configuration, group);
            return Decision.Put(EntityKinds.EvaluationGroup, group);
        },
        cancellation);

    /// <summary>Deletes an evaluation group that is empty.</summary>
    public Task DeleteAsync(long applicationId, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var group = configuration.RequireEvaluationGroup(applicationId, id);
            if (group.ParentId is null)
                throw new ConflictException("The base group cannot be deleted");
            if (group.Locked)
                throw new ConflictException("The evaluation group is locked");
            if (configuration.Campaigns.Any(c => c.EvaluationGroupId == id) || configuration.EvaluationGroups.Any(g => g.ParentId == id))
                throw new ConflictException("The evaluation group is not empty");
            if (configuration.RequireApplication(applicationId).DefaultEvaluationGroupId == id)
                throw new ConflictException("The evaluation group is the default of its application");
            return Decision.Delete(EntityKinds.EvaluationGroup, id);
        },
        cancellation);

    private static EvaluationGroup Fill(EvaluationGroup group, EvaluationGroupInput input) => group with
    {
        Name = input.Name,
        Description = input.Description,
        ParentId = input.ParentId ?? group.ParentId,
        EvaluationMode = input.EvaluationMode,
        EvaluationScope = input.EvaluationScope,
        Position = input.Position ?? group.Position,
        Locked = input.Locked,
    };

    private static void CheckBase(EvaluationGroup group, EvaluationGroupInput input)
    {
        var problems = new ProblemList();
        if (input.ParentId is { } parent && parent != group.Id)
            problems.Invalid("The base group is inside no other", "/parentId");
        if (group.EvaluationMode != EvaluationMode.Stackable)
            problems.Invalid("The base group is stackable", "/evaluationMode");
        problems.Throw();
    }

    private static void Check(Configuration configuration, EvaluationGroup group)
    {
        var problems = new ProblemList();
        if (configuration.EvaluationGroups.Find(group.ParentId ?? 0)?.ApplicationId != group.ApplicationId)
            problems.Unknown($"There is no evaluation group {group.ParentId} in this application", "/parentId");
        else if (LevelOf(configuration, group) is not { } level)
            problems.Invalid("The evaluation group would be inside itself", "/parentId");
        else if (level + Height(configuration, group.Id) > DeepestLevel)
            problems.Invalid($"Evaluation groups nest {DeepestLevel} levels deep under the base group", "/parentId");
        problems.Throw();
    }

    private static int? LevelOf(Configuration configuration, EvaluationGroup group)
    {
        var level = 0;
        for (var parent = group.ParentId; parent is { } id; parent = configuration.EvaluationGroups.Find(id)?.ParentId)
        {
            if (id == group.Id)
                return null;
            level++;
        }

        return level;
    }

    private static int Height(Configuration configuration, long id) =>
        configuration.EvaluationGroups.Where(group => group.ParentId == id).Select(group => 1 + Height(configuration, group.Id)).DefaultIfEmpty(0).Max();
}
