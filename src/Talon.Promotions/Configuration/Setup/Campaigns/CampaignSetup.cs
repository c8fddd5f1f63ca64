namespace Talon.Promotions;

/// <summary>Creates, changes and deletes campaigns.</summary>
public sealed class CampaignSetup(SetupContext context)
{
    /// <summary>Creates a campaign. It starts with the budgets of its Application besides its own.</summary>
    public async Task<Campaign> CreateAsync(long applicationId, CampaignInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Campaign, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var application = configuration.RequireApplication(applicationId);
                var groupId = input.EvaluationGroupId ?? application.DefaultEvaluationGroupId ?? configuration.BaseGroup(applicationId).Id;
                var blank = new Campaign
                {
                    Id = id,
                    Created = context.Now,
                    Updated = context.Now,
                    ApplicationId = applicationId,
                    UserId = actor.Id,
                    CreatedBy = actor.Name,
                    Name = "",
                    State = CampaignState.Enabled,
                    EvaluationGroupId = groupId,
                    EvaluationPosition = configuration.NextPosition(groupId),
                };
                var campaign = Fill(configuration, blank, input);
                CampaignChecks.Check(configuration, campaign);
                return Decision.Put(EntityKinds.Campaign, LimitIds.Assign(campaign, WithDefaults(campaign.Limits, application.Limits)));
            },
            cancellation);
    }

    /// <summary>Replaces what can be edited of a campaign. Refused when it is enabled and could not be evaluated.</summary>
    public Task<Campaign> UpdateAsync(long applicationId, long id, CampaignInput input, Actor actor, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireCampaign(applicationId, id);
            var campaign = Fill(configuration, before, input) with { Updated = context.Now, UpdatedBy = actor.Name, Version = before.Version + 1 };
            CampaignChecks.Check(configuration, campaign);
            campaign = LimitIds.Assign(campaign with { Limits = before.Limits }, campaign.Limits);
            return new Decision<Campaign>(campaign, [ConfigurationChange.Put(EntityKinds.Campaign, campaign), .. Activation(configuration, before, campaign)]);
        },
        cancellation);

    /// <summary>Copies a campaign to Applications, all of them or none.</summary>
    /// <exception cref="InvalidRequestException">Its rules would not compile in one of them, or an attribute or Application is missing.</exception>
    public Task<IReadOnlyList<Campaign>> CopyAsync(long applicationId, long id, CampaignCopyInput input, Actor actor, CancellationToken cancellation = default) =>
        new CampaignCopy(context).CopyAsync(applicationId, id, input, actor, cancellation);

    /// <summary>Deletes a campaign with its rulesets, collections, value maps and achievements.</summary>
    public Task DeleteAsync(long applicationId, long id, CancellationToken cancellation = default) =>
        context.ApplyAsync(configuration => Deletion(configuration, applicationId, id), cancellation);

    /// <summary>Refuses a deletion that would be refused now, and deletes nothing.</summary>
    internal Task TryDeleteAsync(long applicationId, long id, CancellationToken cancellation) =>
        context.TryAsync(configuration => Deletion(configuration, applicationId, id), cancellation);

    private static Campaign Fill(Configuration configuration, Campaign campaign, CampaignInput input)
    {
        var groupId = input.EvaluationGroupId ?? campaign.EvaluationGroupId;
        var moved = groupId != campaign.EvaluationGroupId && groupId is { } target ? configuration.NextPosition(target) : campaign.EvaluationPosition;
        return campaign with
        {
            Name = input.Name,
            Description = input.Description ?? "",
            StartTime = input.StartTime,
            EndTime = input.EndTime,
            Attributes = input.Attributes,
            State = input.State ?? campaign.State,
            ActiveRulesetId = input.ActiveRulesetId ?? campaign.ActiveRulesetId,
            Tags = input.Tags ?? [],
            ReevaluateOnReturn = input.ReevaluateOnReturn ?? false,
            Features = input.Features ?? campaign.Features,
            CouponSettings = input.CouponSettings,
            ReferralSettings = input.ReferralSettings,
            Limits = input.Limits ?? [],
            CampaignGroups = input.CampaignGroups,
            Type = input.Type ?? campaign.Type,
            LinkedStoreIds = input.LinkedStoreIds ?? [],
            CouponAttributes = input.CouponAttributes,
            EvaluationGroupId = groupId,
            EvaluationPosition = input.EvaluationPosition ?? moved,
        };
    }

    private static IReadOnlyList<LimitConfig> WithDefaults(IReadOnlyList<LimitConfig> own, IReadOnlyList<LimitConfig> defaults)
    {
        var taken = own.Select(LimitIds.Identity).ToHashSet();
        return [.. own, .. defaults.Where(limit => !taken.Contains(LimitIds.Identity(limit)))];
    }

    private IEnumerable<ConfigurationChange> Activation(Configuration configuration, Campaign before, Campaign now)
    {
        if (now.ActiveRulesetId != before.ActiveRulesetId && configuration.Rulesets.Find(now.ActiveRulesetId ?? 0) is { } ruleset)
            yield return ConfigurationChange.Put(EntityKinds.Ruleset, ruleset with { ActivatedAt = context.Now });
    }

    private static Decision<bool> Deletion(Configuration configuration, long applicationId, long id)
    {
        configuration.RequireCampaign(applicationId, id);
        var collections = configuration.Collections.Where(collection => collection.CampaignId == id).Select(collection => collection.Id).ToList();
        return new Decision<bool>(
            true,
            [
                ConfigurationChange.Delete(EntityKinds.Campaign, id),
                .. configuration.Rulesets.Where(ruleset => ruleset.CampaignId == id).Select(ruleset => ConfigurationChange.Delete(EntityKinds.Ruleset, ruleset.Id)),
                .. configuration.ValueMaps.Where(map => map.CampaignId == id).Select(map => ConfigurationChange.Delete(EntityKinds.ValueMap, map.Id)),
                .. configuration.Achievements.Where(achievement => achievement.CampaignId == id).Select(achievement => ConfigurationChange.Delete(EntityKinds.Achievement, achievement.Id)),
                .. collections.Select(collection => ConfigurationChange.Delete(EntityKinds.Collection, collection)),
                .. collections.Select(collection => ConfigurationChange.Delete(EntityKinds.CollectionItems, collection)),
            ]);
    }
}
