namespace Talon.Promotions;

/// <summary>Creates and changes additional costs. They are not deleted, since stored sessions carry them.</summary>
public sealed class AdditionalCostSetup(SetupContext context)
{
    /// <summary>Creates an additional cost.</summary>
    public async Task<AccountAdditionalCost> CreateAsync(AdditionalCostInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.AdditionalCost, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var problems = new ProblemList();
                problems.Applications(configuration, input.SubscribedApplicationsIds ?? [], "/subscribedApplicationsIds");
                problems.Throw();
                if (configuration.AdditionalCosts.Any(other => other.Name == input.Name))
                    throw new ConflictException($"There is already an additional cost \"{input.Name}\"");
                var blank = new AccountAdditionalCost { Id = id, Created = context.Now, Name = input.Name, Title = "" };
                return Decision.Put(EntityKinds.AdditionalCost, Fill(blank, input));
            },
            cancellation);
    }

    /// <summary>Changes all of an additional cost but its name.</summary>
    public Task<AccountAdditionalCost> UpdateAsync(long id, AdditionalCostInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireAdditionalCost(id);
            var problems = new ProblemList();
            problems.Unchanged(before.Name, input.Name, "name");
            problems.Applications(configuration, input.SubscribedApplicationsIds ?? [], "/subscribedApplicationsIds");
            problems.Throw();
            return Decision.Put(EntityKinds.AdditionalCost, Fill(before, input));
        },
        cancellation);

    private static AccountAdditionalCost Fill(AccountAdditionalCost cost, AdditionalCostInput input) => cost with
    {
        Title = input.Title,
        Description = input.Description ?? "",
        SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? [],
        Type = input.Type,
    };
}
