namespace Talon.Promotions;

/// <summary>Creates and changes catalogs.</summary>
public sealed class CatalogSetup(SetupContext context)
{
    /// <summary>Creates an empty catalog.</summary>
    public async Task<Catalog> CreateAsync(CatalogInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Catalog, cancellation);
        return await context.ApplyAsync(
            configuration => Decision.Put(EntityKinds.Catalog, Fill(configuration, new Catalog { Id = id, Created = context.Now, Modified = context.Now, CreatedBy = actor.Id, Name = "" }, input)),
            cancellation);
    }

    /// <summary>Changes a catalog, but nothing in it.</summary>
    public Task<Catalog> UpdateAsync(long id, CatalogInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Put(EntityKinds.Catalog, Fill(configuration, configuration.RequireCatalog(id), input)),
        cancellation);

    private Catalog Fill(Configuration configuration, Catalog catalog, CatalogInput input)
    {
        var problems = new ProblemList();
        problems.Applications(configuration, input.SubscribedApplicationsIds ?? [], "/subscribedApplicationsIds");
        problems.Throw();
        if (configuration.Catalogs.Any(other => other.Id != catalog.Id && other.Name == input.Name))
            throw new ConflictException($"There is already a catalog \"{input.Name}\"");
        return catalog with
        {
            Name = input.Name,
            Description = input.Description ?? "",
            SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? catalog.SubscribedApplicationsIds,
            Modified = context.Now,
        };
    }
}
