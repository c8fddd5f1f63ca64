namespace Talon.Promotions;

/// <summary>Creates and changes loyalty programmes.</summary>
public sealed class LoyaltyProgramSetup(SetupContext context)
{
    /// <summary>Creates a loyalty programme.</summary>
    public async Task<LoyaltyProgram> CreateAsync(LoyaltyProgramInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.LoyaltyProgram, cancellation);
        var firstTier = await FirstTierAsync(input, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var blank = new LoyaltyProgram
                {
                    Id = id,
                    Created = context.Now,
                    Name = input.Name ?? "",
                    Title = "",
                    DefaultValidity = "",
                    DefaultPending = "",
                    AllowSubledger = false,
                    Sandbox = false,
                    Timezone = input.Timezone ?? "",
                    CardBased = input.CardBased ?? false,
                };
                return Save(configuration, Fill(blank, input, firstTier), null);
            },
            cancellation);
    }

    /// <summary>Replaces what can be edited of a loyalty programme.</summary>
    public async Task<LoyaltyProgram> UpdateAsync(long id, LoyaltyProgramInput input, CancellationToken cancellation = default)
    {
        var firstTier = await FirstTierAsync(input, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var before = configuration.RequireLoyaltyProgram(id);
                return Save(configuration, Fill(before, input, firstTier), (before, input));
            },
            cancellation);
    }

    private async Task<long> FirstTierAsync(LoyaltyProgramInput input, CancellationToken cancellation) =>
        input.Tiers is { Count: > 0 } tiers ? await context.TakeIdsAsync(IdKinds.LoyaltyTier, tiers.Count, cancellation) : 0;

    private LoyaltyProgram Fill(LoyaltyProgram program, LoyaltyProgramInput input, long firstTier) => program with
    {
        Title = input.Title,
        Description = input.Description,
        SubscribedApplications = input.SubscribedApplications ?? program.SubscribedApplications,
        DefaultValidity = input.DefaultValidity,
        DefaultPending = input.DefaultPending,
        AllowSubledger = input.AllowSubledger,
        UsersPerCardLimit = input.UsersPerCardLimit,
        Sandbox = input.Sandbox,
        ProgramJoinPolicy = input.ProgramJoinPolicy,
        TiersExpirationPolicy = input.TiersExpirationPolicy,
        TierCycleStartDate = input.TierCycleStartDate,
        TiersExpireIn = input.TiersExpireIn,
        TiersDowngradePolicy = input.TiersDowngradePolicy,
        CardCodeSettings = input.CardCodeSettings,
        ReturnPolicy = input.ReturnPolicy,
        Tiers = input.Tiers is null ? program.Tiers : [.. input.Tiers.Select((tier, i) => Tier(program, tier, firstTier + i)).OrderBy(tier => tier.MinPoints)],
    };

    private LoyaltyTier Tier(LoyaltyProgram program, LoyaltyTierInput input, long id) => program.Tiers.FirstOrDefault(tier => tier.Name == input.Name) is { } same
        ? same with { MinPoints = input.MinPoints }
        : new LoyaltyTier(id, input.Name, input.MinPoints) { Created = context.Now };

    private static Decision<LoyaltyProgram> Save(Configuration configuration, LoyaltyProgram program, (LoyaltyProgram Before, LoyaltyProgramInput Input)? change)
    {
        LoyaltyProgramChecks.Check(configuration, program, change);
        if (configuration.LoyaltyPrograms.Any(other => other.Id != program.Id && other.Name == program.Name))
            throw new ConflictException($"There is already a loyalty programme \"{program.Name}\"");
        return Decision.Put(EntityKinds.LoyaltyProgram, program);
    }
}
