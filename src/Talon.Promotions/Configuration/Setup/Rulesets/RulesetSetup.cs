namespace Talon.Promotions;

/// <summary>Creates, changes and deletes rulesets. What cannot be evaluated is not saved.</summary>
public sealed class RulesetSetup(SetupContext context)
{
    /// <summary>Creates a ruleset of a campaign, and puts it in force when asked to.</summary>
    public async Task<Ruleset> CreateAsync(long applicationId, long campaignId, RulesetInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Ruleset, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var campaign = configuration.RequireCampaign(applicationId, campaignId);
                var activate = input.Activate ?? campaign.ActiveRulesetId is null;
                return Save(configuration, campaign, input with { Activate = activate }, new Ruleset
                {
                    Id = id,
                    Created = context.Now,
                    ApplicationId = applicationId,
                    CampaignId = campaignId,
                    UserId = actor.Id,
                    Rules = input.Rules,
                    Bindings = input.Bindings,
                });
            },
            cancellation);
    }

    /// <summary>Replaces a ruleset; one in force has its effect at once.</summary>
    public Task<Ruleset> UpdateAsync(long applicationId, long campaignId, long id, RulesetInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireRuleset(applicationId, campaignId, id);
            return Save(configuration, configuration.RequireCampaign(applicationId, campaignId), input, before);
        },
        cancellation);

    /// <summary>Deletes a ruleset that is not in force.</summary>
    public Task DeleteAsync(long applicationId, long campaignId, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            configuration.RequireRuleset(applicationId, campaignId, id);
            if (configuration.RequireCampaign(applicationId, campaignId).ActiveRulesetId == id)
                throw new ConflictException("The ruleset is in force; activate another one first");
            return Decision.Delete(EntityKinds.Ruleset, id);
        },
        cancellation);

    private Decision<Ruleset> Save(Configuration configuration, Campaign campaign, RulesetInput input, Ruleset blank)
    {
        var activate = input.Activate == true && campaign.ActiveRulesetId != blank.Id;
        var ruleset = blank with
        {
            Rules = input.Rules,
            StrikethroughRules = input.StrikethroughRules,
            Bindings = input.Bindings,
            RbVersion = input.RbVersion,
            ActivatedAt = activate ? context.Now : blank.ActivatedAt,
        };
        var problems = new ProblemList();
        foreach (var problem in configuration.For(campaign.ApplicationId).Compile(campaign, ruleset).Problems)
            problems.All.Add(new("Invalid ruleset", problem.Describe(), problem.Pointer));
        problems.Throw();

        var change = ConfigurationChange.Put(EntityKinds.Ruleset, ruleset);
        return activate
            ? new(ruleset, [change, ConfigurationChange.Put(EntityKinds.Campaign, campaign with { ActiveRulesetId = ruleset.Id, Updated = context.Now, Version = campaign.Version + 1 })])
            : new(ruleset, [change]);
    }
}
