using System.Text.Json.Serialization;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A loyalty programme with the names of the API.</summary>
internal sealed record LoyaltyProgramBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    [JsonPropertyName("accountID")]
    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<long> SubscribedApplications { get; init; }

    public required string DefaultValidity { get; init; }

    public required string DefaultPending { get; init; }

    public required bool AllowSubledger { get; init; }

    public int? UsersPerCardLimit { get; init; }

    public required bool Sandbox { get; init; }

    public ProgramJoinPolicy? ProgramJoinPolicy { get; init; }

    public TiersExpirationPolicy? TiersExpirationPolicy { get; init; }

    public DateTimeOffset? TierCycleStartDate { get; init; }

    public string? TiersExpireIn { get; init; }

    public TiersDowngradePolicy? TiersDowngradePolicy { get; init; }

    public CodeGeneratorSettings? CardCodeSettings { get; init; }

    public ReturnPolicy? ReturnPolicy { get; init; }

    public required IReadOnlyList<LoyaltyTierBody> Tiers { get; init; }

    public required string Timezone { get; init; }

    public required bool CardBased { get; init; }

    public bool CanUpdateTiers { get; init; } = true;

    public bool CanUpdateTierExpirationPolicy { get; init; } = true;

    public required bool CanUpgradeToAdvancedTiers { get; init; }

    public bool CanUpdateSubledgers { get; init; } = true;

    public static LoyaltyProgramBody From(LoyaltyProgram program) => new()
    {
        Id = program.Id,
        Created = program.Created,
        Name = program.Name,
        Title = program.Title,
        Description = program.Description ?? "",
        SubscribedApplications = program.SubscribedApplications,
        DefaultValidity = program.DefaultValidity,
        DefaultPending = program.DefaultPending,
        AllowSubledger = program.AllowSubledger,
        UsersPerCardLimit = program.UsersPerCardLimit,
        Sandbox = program.Sandbox,
        ProgramJoinPolicy = program.ProgramJoinPolicy,
        TiersExpirationPolicy = program.TiersExpirationPolicy,
        TierCycleStartDate = program.TierCycleStartDate,
        TiersExpireIn = program.TiersExpireIn,
        TiersDowngradePolicy = program.TiersDowngradePolicy,
        CardCodeSettings = program.CardCodeSettings,
        ReturnPolicy = program.ReturnPolicy,
        Tiers = [.. program.Tiers.Select(tier => LoyaltyTierBody.From(program, tier))],
        Timezone = program.Timezone,
        CardBased = program.CardBased,
        CanUpgradeToAdvancedTiers = program.TiersExpirationPolicy is null,
    };
}
