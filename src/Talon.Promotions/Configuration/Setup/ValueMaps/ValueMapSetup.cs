namespace Talon.Promotions;

/// <summary>Creates, changes and deletes value maps of campaigns.</summary>
public sealed class ValueMapSetup(SetupContext context)
{
    /// <summary>Creates a value map of a campaign.</summary>
    public async Task<ValueMap> CreateAsync(long applicationId, long campaignId, ValueMapInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.ValueMap, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                configuration.RequireCampaign(applicationId, campaignId);
                return Save(configuration, new ValueMap
                {
                    Id = id,
                    ApplicationId = applicationId,
                    CampaignId = campaignId,
                    Created = context.Now,
                    Modified = context.Now,
                    CreatedBy = actor.Id,
                    Name = input.Name,
                    Entries = input.Entries,
                });
            },
            cancellation);
    }

    /// <summary>Replaces a value map.</summary>
    public Task<ValueMap> UpdateAsync(long applicationId, long campaignId, long id, ValueMapInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Save(
            configuration,
            configuration.RequireValueMap(applicationId, campaignId, id) with { Name = input.Name, Entries = input.Entries, Modified = context.Now }),
        cancellation);

    /// <summary>Deletes a value map that no enabled campaign uses.</summary>
    public Task DeleteAsync(long applicationId, long campaignId, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Delete(EntityKinds.ValueMap, configuration.RequireValueMap(applicationId, campaignId, id).Id),
        cancellation);

    private static Decision<ValueMap> Save(Configuration configuration, ValueMap map) =>
        configuration.ValueMaps.Any(other => other.Id != map.Id && other.ApplicationId == map.ApplicationId && other.Name == map.Name)
            ? throw new ConflictException($"There is already a value map \"{map.Name}\" in this application")
            : Decision.Put(EntityKinds.ValueMap, map);
}
