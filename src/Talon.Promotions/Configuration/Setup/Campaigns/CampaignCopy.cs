using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Copies campaigns: settings, budgets, the ruleset in force, collections and value maps; not coupons, referrals or counters.</summary>
/// <remarks>A copy is disabled, so that nobody gets anything before somebody has looked at it. What its rules refer to by id is found by name.</remarks>
internal sealed class CampaignCopy(SetupContext context)
{
    /// <summary>Copies a campaign to Applications, all of them or none.</summary>
    public async Task<IReadOnlyList<Campaign>> CopyAsync(long applicationId, long id, CampaignCopyInput input, Actor actor, CancellationToken cancellation)
    {
        var known = await context.Configurations.GetAsync(cancellation);
        known.RequireCampaign(applicationId, id);
        var count = input.ApplicationIds.Count;
        var ids = new NewIds(
            await context.TakeIdsAsync(EntityKinds.Campaign.Ids, count, cancellation),
            await context.TakeIdsAsync(EntityKinds.Ruleset.Ids, count, cancellation),
            new(await TakeAsync(EntityKinds.Collection, CollectionsOf(known, id).Count() * count, cancellation)),
            new(await TakeAsync(EntityKinds.ValueMap, MapsOf(known, id).Count() * count, cancellation)));
        return await context.ApplyAsync<IReadOnlyList<Campaign>>(configuration => Decide(configuration, applicationId, id, input, actor, ids.Again()), cancellation);
    }

    private Decision<IReadOnlyList<Campaign>> Decide(Configuration configuration, long applicationId, long id, CampaignCopyInput input, Actor actor, NewIds ids)
    {
        var source = configuration.RequireCampaign(applicationId, id);
        var problems = new ProblemList();
        problems.Applications(configuration, input.ApplicationIds, "/applicationIds");
        problems.Throw();

        List<Campaign> copies = [];
        List<ConfigurationChange> changes = [];
        for (var i = 0; i < input.ApplicationIds.Count; i++)
        {
            var copy = Copy(configuration, source, input, actor, configuration.RequireApplication(input.ApplicationIds[i]), ids.Campaign + i);
            var ruleset = RulesetOf(configuration, source) is { } rules ? Copy(configuration, rules, copy, actor, ids.Ruleset + i) : null;
            copy = copy with { ActiveRulesetId = ruleset?.Id };
            changes.Add(ConfigurationChange.Put(EntityKinds.Campaign, copy));
            if (ruleset is not null)
                changes.Add(ConfigurationChange.Put(EntityKinds.Ruleset, ruleset));
            changes.AddRange(Contents(configuration, source, copy, actor, ids));
            copies.Add(copy);
        }

        CheckThatTheyRun(configuration, copies, changes);
        return new(copies, changes);
    }

    private Campaign Copy(Configuration configuration, Campaign source, CampaignCopyInput input, Actor actor, Application target, long id)
    {
        var isHere = target.Id == source.ApplicationId;
        var groupId = input.EvaluationGroupId ?? (isHere ? source.EvaluationGroupId : null) ?? target.DefaultEvaluationGroupId ?? configuration.BaseGroup(target.Id).Id;
        var copy = source with
        {
            Id = id,
            ApplicationId = target.Id,
            Created = context.Now,
            Updated = context.Now,
            UserId = actor.Id,
            CreatedBy = actor.Name,
            UpdatedBy = null,
            Name = input.Name ?? "Copy of " + source.Name,
            Description = input.Description ?? source.Description,
            StartTime = input.StartTime ?? source.StartTime,
            EndTime = input.EndTime ?? source.EndTime,
            Tags = input.Tags ?? source.Tags,
            State = CampaignState.Disabled,
            ActiveRulesetId = null,
            Limits = [],
            NextLimitId = 1,
            LinkedStoreIds = isHere ? source.LinkedStoreIds : [],
            EvaluationGroupId = groupId,
            EvaluationPosition = configuration.NextPosition(groupId),
            Version = 1,
        };
        CampaignChecks.Check(configuration, copy);
        return LimitIds.Assign(copy, source.Limits);
    }

    private Ruleset Copy(Configuration configuration, Ruleset source, Campaign copy, Actor actor, long id)
    {
        var vocabulary = configuration.For(source.ApplicationId).Vocabulary;
        return source with
        {
            Id = id,
            ApplicationId = copy.ApplicationId,
            CampaignId = copy.Id,
            Created = context.Now,
            ActivatedAt = context.Now,
            UserId = actor.Id,
            Rules = Named(source.Rules),
            Bindings = Named(source.Bindings),
        };

        JsonElement Named(JsonElement talang) => Json(RuleReferences.WithNames(talang, vocabulary, source.CampaignId));
    }

    private IEnumerable<ConfigurationChange> Contents(Configuration configuration, Campaign source, Campaign copy, Actor actor, NewIds ids)
    {
        foreach (var collection in CollectionsOf(configuration, source.Id))
        {
            var id = ids.Collections.Dequeue();
            yield return ConfigurationChange.Put(EntityKinds.Collection, collection with
            {
                Id = id, ApplicationId = copy.ApplicationId, CampaignId = copy.Id, Created = context.Now, Modified = context.Now, CreatedBy = actor.Id, ModifiedBy = null,
            });
            if (configuration.CollectionItems.Find(collection.Id) is { } items)
                yield return ConfigurationChange.Put(EntityKinds.CollectionItems, new CollectionItems { Id = id, Items = items.Items });
        }

        foreach (var map in MapsOf(configuration, source.Id))
        {
            yield return ConfigurationChange.Put(EntityKinds.ValueMap, map with
            {
                Id = ids.Maps.Dequeue(), ApplicationId = copy.ApplicationId, CampaignId = copy.Id, Created = context.Now, Modified = context.Now, CreatedBy = actor.Id,
            });
        }
    }

    private static void CheckThatTheyRun(Configuration configuration, IReadOnlyList<Campaign> copies, IReadOnlyList<ConfigurationChange> changes)
    {
        var after = configuration.With(changes, configuration.Version + 1);
        var problems = new ProblemList();
        foreach (var copy in copies)
        {
            foreach (var problem in after.For(copy.ApplicationId).BrokenCampaigns.Where(broken => broken.CampaignId == copy.Id).SelectMany(broken => broken.Problems))
                problems.All.Add(new("Invalid ruleset", $"In application {copy.ApplicationId}: {problem.Describe()} (at {problem.Pointer} of the ruleset)", "/applicationIds"));
        }

        problems.Throw();
    }

    private static Ruleset? RulesetOf(Configuration configuration, Campaign campaign) => configuration.Rulesets.Find(campaign.ActiveRulesetId ?? 0);

    private static IEnumerable<Collection> CollectionsOf(Configuration configuration, long campaignId) =>
        configuration.Collections.Where(collection => collection.CampaignId == campaignId);

    private static IEnumerable<ValueMap> MapsOf(Configuration configuration, long campaignId) =>
        configuration.ValueMaps.Where(map => map.CampaignId == campaignId);

    private static JsonElement Json(JsonNode? node) => JsonElement.Parse(node?.ToJsonString() ?? "[]");

    /// <summary>Consecutive ids; a few more than are there now, should somebody add to the campaign meanwhile.</summary>
    private async Task<IEnumerable<long>> TakeAsync(EntityKind kind, int count, CancellationToken cancellation)
    {
        const int spare = 100;
        var first = await context.TakeIdsAsync(kind.Ids, count + spare, cancellation);
        return Enumerable.Range(0, count + spare).Select(i => first + i);
    }

    /// <summary>The ids of what is copied; those of contents are used up one by one.</summary>
    private sealed record NewIds(long Campaign, long Ruleset, Queue<long> Collections, Queue<long> Maps)
    {
        public NewIds Again() => this with { Collections = new(Collections), Maps = new(Maps) };
    }
}
