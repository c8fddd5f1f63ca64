using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A campaign with the names of the API.</summary>
internal sealed record CampaignBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required long ApplicationId { get; init; }

    public required long UserId { get; init; }

    public string? CreatedBy { get; init; }

    public string? UpdatedBy { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public required JsonElement Attributes { get; init; }

    public required CampaignState State { get; init; }

    public required string FrontendState { get; init; }

    public long? ActiveRulesetId { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required bool ReevaluateOnReturn { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public CodeGeneratorSettings? CouponSettings { get; init; }

    public CodeGeneratorSettings? ReferralSettings { get; init; }

    public required IReadOnlyList<LimitConfig> Limits { get; init; }

    public IReadOnlyList<CampaignBudget>? Budgets { get; init; }

    public IReadOnlyList<long>? CampaignGroups { get; init; }

    public required string Type { get; init; }

    public required IReadOnlyList<long> LinkedStoreIds { get; init; }

    public JsonElement? CouponAttributes { get; init; }

    public long? EvaluationGroupId { get; init; }

    public int? EvaluationPosition { get; init; }

    public IReadOnlyList<long>? ValueMapsIds { get; init; }

    public required long Version { get; init; }

    public bool StoresImported { get; init; }

    public static CampaignBody From(Campaign campaign, DateTimeOffset now) => new()
    {
        Id = campaign.Id,
        Created = campaign.Created,
        Updated = campaign.Updated,
        ApplicationId = campaign.ApplicationId,
        UserId = campaign.UserId,
        CreatedBy = campaign.CreatedBy,
        UpdatedBy = campaign.UpdatedBy,
        Name = campaign.Name,
        Description = campaign.Description,
        StartTime = campaign.StartTime,
        EndTime = campaign.EndTime,
        Attributes = campaign.Attributes ?? JsonMembers.EmptyObject,
        State = campaign.State,
        FrontendState = DisplayState(campaign, now),
        ActiveRulesetId = campaign.ActiveRulesetId,
        Tags = campaign.Tags,
        ReevaluateOnReturn = campaign.ReevaluateOnReturn,
        Features = campaign.Features,
        CouponSettings = campaign.CouponSettings,
        ReferralSettings = campaign.ReferralSettings,
        Limits = campaign.Limits,
        CampaignGroups = campaign.CampaignGroups,
        Type = campaign.Type,
        LinkedStoreIds = campaign.LinkedStoreIds,
        CouponAttributes = campaign.CouponAttributes,
        EvaluationGroupId = campaign.EvaluationGroupId,
        EvaluationPosition = campaign.EvaluationPosition,
        Version = campaign.Version,
    };

    private static string DisplayState(Campaign campaign, DateTimeOffset now) => campaign.State switch
    {
        CampaignState.Archived => "archived",
        CampaignState.Disabled => "disabled",
        _ when campaign.EndTime <= now => "expired",
        _ when campaign.StartTime > now => "scheduled",
        _ => "running",
    };
}
