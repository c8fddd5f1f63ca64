using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates, changes and deletes stores.</summary>
public sealed class StoreSetup(SetupContext context)
{
    /// <summary>Creates a store of an Application.</summary>
    public async Task<Store> CreateAsync(long applicationId, StoreInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Store, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                configuration.RequireApplication(applicationId);
                Check(configuration, applicationId, input);
                if (configuration.For(applicationId).Stores.ContainsKey(input.IntegrationId!))
                    throw new ConflictException($"There is already a store with the integration ID \"{input.IntegrationId}\"");
                var blank = new Store
                {
                    Id = id,
                    ApplicationId = applicationId,
                    Created = context.Now,
                    Updated = context.Now,
                    Name = "",
                    IntegrationId = input.IntegrationId!,
                };
                return Decision.Put(EntityKinds.Store, Fill(blank, input));
            },
            cancellation);
    }

    /// <summary>Changes all of a store but its integration id.</summary>
    public Task<Store> UpdateAsync(long applicationId, long id, StoreInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireStore(applicationId, id);
            var same = input with { IntegrationId = input.IntegrationId ?? before.IntegrationId };
            if (same.IntegrationId != before.IntegrationId)
                throw new InvalidRequestException(new Problem("Invalid", $"\"integrationId\" cannot be changed; it is \"{before.IntegrationId}\"", "/integrationId"));
            Check(configuration, applicationId, same);
            return Decision.Put(EntityKinds.Store, Fill(before, same));
        },
        cancellation);

    /// <summary>Deletes a store and its links from campaigns.</summary>
    public Task DeleteAsync(long applicationId, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            configuration.RequireStore(applicationId, id);
            var last = configuration.For(applicationId).Campaigns.Values.FirstOrDefault(c => c.State == CampaignState.Enabled && c.LinkedStoreIds is [var only] && only == id);
            if (last is not null)
                throw new ConflictException($"The enabled campaign \"{last.Name}\" ({last.Id}) is linked to this store alone and would run everywhere");
            var unlinked = configuration.For(applicationId).Campaigns.Values
                .Where(campaign => campaign.LinkedStoreIds.Contains(id))
                .Select(campaign => ConfigurationChange.Put(EntityKinds.Campaign, campaign with { LinkedStoreIds = [.. campaign.LinkedStoreIds.Where(s => s != id)] }));
            return new Decision<bool>(true, [ConfigurationChange.Delete(EntityKinds.Store, id), .. unlinked]);
        },
        cancellation);

    private Store Fill(Store store, StoreInput input) => store with
    {
        Name = input.Name,
        Description = input.Description ?? "",
        Attributes = input.Attributes,
        Updated = context.Now,
    };

    private static void Check(Configuration configuration, long applicationId, StoreInput input)
    {
        var problems = new ProblemList();
        if (string.IsNullOrEmpty(input.IntegrationId))
            problems.All.Add(new("required", "\"integrationId\" is missing", "/integrationId"));
        configuration.For(applicationId).Attributes.Check(AttributeEntity.Store, input.Attributes.GetValueOrDefault(), "/attributes", problems.All);
        problems.Throw();
    }
}
