namespace Talon.Promotions;

/// <summary>Creates, renames, empties and deletes audiences, as one Application sees them.</summary>
public sealed class AudienceSetup(SetupContext context)
{
    /// <summary>Creates an audience without members.</summary>
    public async Task<Audience> CreateAsync(AudienceInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Audience, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                Check(configuration, input, input.Sandbox);
                if (input.IntegrationId is not null && configuration.Audiences.Any(other => other.IntegrationId == input.IntegrationId && other.Integration == input.Integration))
                    throw new ConflictException($"There is already an audience with the integration ID \"{input.IntegrationId}\" for this integration");
                return Decision.Put(EntityKinds.Audience, new Audience
                {
                    Id = id,
                    Created = context.Now,
                    Name = input.Name,
                    Description = input.Description,
                    Sandbox = input.Sandbox,
                    SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? [],
                    Integration = input.Integration,
                    IntegrationId = input.IntegrationId,
                    CreatedIn3rdParty = input.CreatedIn3rdParty,
                    LastUpdate = input.LastUpdate,
                });
            },
            cancellation);
    }

    /// <summary>Renames an audience, and says where it exists.</summary>
    public Task<Audience> UpdateAsync(long applicationId, long id, AudienceInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireAudience(applicationId, id);
            Check(configuration, input, before.Sandbox);
            return Decision.Put(EntityKinds.Audience, before with { Name = input.Name, SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? before.SubscribedApplicationsIds });
        },
        cancellation);

    /// <summary>Empties an audience at once: what its members still carry no longer counts.</summary>
    internal Task<Audience> EmptyAsync(long applicationId, long id, long generation, CancellationToken cancellation) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireAudience(applicationId, id);
            return before.Generation == generation
                ? Decision.Put(EntityKinds.Audience, before with { Generation = generation + 1, LastUpdate = context.Now })
                : new Decision<Audience>(before, []);
        },
        cancellation);

    /// <summary>Deletes an audience that no enabled campaign uses.</summary>
    internal Task DeleteAsync(long applicationId, long id, CancellationToken cancellation) => context.ApplyAsync(
        configuration =>
        {
            configuration.RequireAudience(applicationId, id);
            return Decision.Delete(EntityKinds.Audience, id);
        },
        cancellation);

    private static void Check(Configuration configuration, AudienceInput input, bool? sandbox)
    {
        var problems = new ProblemList();
        problems.Applications(configuration, input.SubscribedApplicationsIds ?? [], "/subscribedApplicationsIds");
        if (sandbox is { } environment)
            problems.Environment(configuration, input.SubscribedApplicationsIds ?? [], environment, "/subscribedApplicationsIds");
        problems.Throw();
    }
}
