namespace Talon.Promotions;

/// <summary>Creates, fills, changes and deletes collections of the account and of campaigns.</summary>
public sealed class CollectionSetup(SetupContext context)
{
    /// <summary>Most items in a collection.</summary>
    public const int MaxItems = 500_000;

    /// <summary>Creates an empty collection, of the account or of a campaign.</summary>
    public async Task<Collection> CreateAsync(CollectionOwner? owner, CollectionInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Collection, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                if (owner is not null)
                    configuration.RequireCampaign(owner.ApplicationId, owner.CampaignId);
                var problems = new ProblemList();
                if (string.IsNullOrEmpty(input.Name))
                    problems.All.Add(new("required", "\"name\" is missing", "/name"));
                problems.Applications(configuration, input.SubscribedApplicationsIds ?? [], "/subscribedApplicationsIds");
                problems.Throw();
                if (configuration.Collections.Any(other => other.CampaignId == owner?.CampaignId && other.Name == input.Name))
                    throw new ConflictException($"There is already a collection \"{input.Name}\"");
                return Decision.Put(EntityKinds.Collection, new Collection
                {
                    Id = id,
                    Created = context.Now,
                    Modified = context.Now,
                    CreatedBy = actor.Id,
                    Name = input.Name!,
                    Description = input.Description,
                    SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? [],
                    ApplicationId = owner?.ApplicationId,
                    CampaignId = owner?.CampaignId,
                });
            },
            cancellation);
    }

    /// <summary>Changes the description of a collection, and the Applications of one of the account.</summary>
    public Task<Collection> UpdateAsync(CollectionOwner? owner, long id, CollectionInput input, Actor actor, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireCollection(owner, id);
            var problems = new ProblemList();
            problems.Unchanged(before.Name, input.Name ?? before.Name, "name");
            problems.Applications(configuration, input.SubscribedApplicationsIds ?? [], "/subscribedApplicationsIds");
            problems.Throw();
            return Decision.Put(EntityKinds.Collection, before with
            {
                Description = input.Description,
                SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? before.SubscribedApplicationsIds,
                Modified = context.Now,
                ModifiedBy = actor.Id,
            });
        },
        cancellation);

    /// <summary>Replaces what is in a collection. Items that come twice are kept once.</summary>
    public Task<Collection> ReplaceItemsAsync(CollectionOwner? owner, long id, IReadOnlyList<string> items, Actor actor, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var collection = configuration.RequireCollection(owner, id) with { Modified = context.Now, ModifiedBy = actor.Id };
            string[] distinct = [.. items.Distinct(StringComparer.Ordinal)];
            if (distinct.Length > MaxItems)
                throw new InvalidRequestException(new Problem("maxItems", $"A collection has at most {MaxItems} items; these are {distinct.Length}"));
            return new Decision<Collection>(
                collection,
                [
                    ConfigurationChange.Put(EntityKinds.Collection, collection),
                    ConfigurationChange.Put(EntityKinds.CollectionItems, new CollectionItems { Id = id, Items = distinct }),
                ]);
        },
        cancellation);

    /// <summary>Deletes a collection that no enabled campaign uses.</summary>
    public Task DeleteAsync(CollectionOwner? owner, long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            configuration.RequireCollection(owner, id);
            return new Decision<bool>(true, [ConfigurationChange.Delete(EntityKinds.Collection, id), ConfigurationChange.Delete(EntityKinds.CollectionItems, id)]);
        },
        cancellation);
}
