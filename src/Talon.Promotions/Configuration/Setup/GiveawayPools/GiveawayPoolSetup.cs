namespace Talon.Promotions;

/// <summary>Creates and changes giveaway pools.</summary>
public sealed class GiveawayPoolSetup(SetupContext context)
{
    /// <summary>Creates a giveaway pool.</summary>
    public async Task<GiveawayPool> CreateAsync(GiveawayPoolInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.GiveawayPool, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var blank = new GiveawayPool { Id = id, Created = context.Now, Modified = context.Now, CreatedBy = actor.Id, Name = "", Sandbox = false };
                return Save(configuration, Fill(blank, input));
            },
            cancellation);
    }

    /// <summary>Replaces a giveaway pool; its codes stay.</summary>
    public Task<GiveawayPool> UpdateAsync(long id, GiveawayPoolInput input, Actor actor, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Save(configuration, Fill(configuration.RequireGiveawayPool(id), input) with { Modified = context.Now, ModifiedBy = actor.Id }),
        cancellation);

    private static GiveawayPool Fill(GiveawayPool pool, GiveawayPoolInput input) => pool with
    {
        Name = input.Name,
        Description = input.Description,
        SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? [],
        Sandbox = input.Sandbox,
    };

    private static Decision<GiveawayPool> Save(Configuration configuration, GiveawayPool pool)
    {
        var problems = new ProblemList();
        problems.Applications(configuration, pool.SubscribedApplicationsIds, "/subscribedApplicationsIds");
        problems.Environment(configuration, pool.SubscribedApplicationsIds, pool.Sandbox, "/subscribedApplicationsIds");
        problems.Throw();
        if (configuration.GiveawayPools.Any(other => other.Id != pool.Id && other.Name == pool.Name))
            throw new ConflictException($"There is already a giveaway pool \"{pool.Name}\"");
        return Decision.Put(EntityKinds.GiveawayPool, pool);
    }
}
