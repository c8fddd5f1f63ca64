using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>An Application with the names of the API.</summary>
internal sealed record ApplicationBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required string Timezone { get; init; }

    public required string Currency { get; init; }

    public CaseSensitivity? CaseSensitivity { get; init; }

    public JsonElement? Attributes { get; init; }

    public required IReadOnlyList<LimitConfig> Limits { get; init; }

    public string? DefaultDiscountScope { get; init; }

    public string? DefaultDiscountAdditionalCostPerItemScope { get; init; }

    public bool? EnableCascadingDiscounts { get; init; }

    public bool? EnableFlattenedCartItems { get; init; }

    public bool? EnablePartialDiscounts { get; init; }

    public AttributesSettings? AttributesSettings { get; init; }

    public bool? Sandbox { get; init; }

    public long? DefaultEvaluationGroupId { get; init; }

    public long? DefaultCartItemFilterId { get; init; }

    public bool? EnableCampaignStateManagement { get; init; }

    public JsonElement? BestPriorPriceSettings { get; init; }

    public IReadOnlyList<string>? AllowedIpRanges { get; init; }

    public bool? EnableAccessLogs { get; init; }

    public required IReadOnlyList<LoyaltyProgramBody> LoyaltyPrograms { get; init; }

    public static ApplicationBody From(Application application, Configuration configuration) => new()
    {
        Id = application.Id,
        Created = application.Created,
        Modified = application.Modified,
        Name = application.Name,
        Description = application.Description,
        Timezone = application.Timezone,
        Currency = application.Currency,
        CaseSensitivity = application.CaseSensitivity,
        Attributes = application.Attributes,
        Limits = application.Limits,
        DefaultDiscountScope = application.DefaultDiscountScope,
        DefaultDiscountAdditionalCostPerItemScope = application.DefaultDiscountAdditionalCostPerItemScope,
        EnableCascadingDiscounts = application.EnableCascadingDiscounts,
        EnableFlattenedCartItems = application.EnableFlattenedCartItems,
        EnablePartialDiscounts = application.EnablePartialDiscounts,
        AttributesSettings = application.AttributesSettings,
        Sandbox = application.Sandbox,
        DefaultEvaluationGroupId = application.DefaultEvaluationGroupId,
        DefaultCartItemFilterId = application.DefaultCartItemFilterId,
        EnableCampaignStateManagement = application.EnableCampaignStateManagement,
        BestPriorPriceSettings = application.BestPriorPriceSettings,
        AllowedIpRanges = application.AllowedIpRanges,
        EnableAccessLogs = application.EnableAccessLogs,
        LoyaltyPrograms = configuration.Applications.Find(application.Id) is null
            ? []
            : [.. configuration.For(application.Id).LoyaltyPrograms.Values.OrderBy(program => program.Id).Select(LoyaltyProgramBody.From)],
    };
}
