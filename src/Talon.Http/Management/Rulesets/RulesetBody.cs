using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A ruleset with the names of the API.</summary>
internal sealed record RulesetBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required long CampaignId { get; init; }

    public required long UserId { get; init; }

    public required JsonElement Rules { get; init; }

    public JsonElement? StrikethroughRules { get; init; }

    public required JsonElement Bindings { get; init; }

    public string? RbVersion { get; init; }

    public required bool Activate { get; init; }

    public DateTimeOffset? ActivatedAt { get; init; }

    public static RulesetBody From(Ruleset ruleset, Configuration configuration) => new()
    {
        Id = ruleset.Id,
        Created = ruleset.Created,
        CampaignId = ruleset.CampaignId,
        UserId = ruleset.UserId,
        Rules = ruleset.Rules,
        StrikethroughRules = ruleset.StrikethroughRules,
        Bindings = ruleset.Bindings,
        RbVersion = ruleset.RbVersion,
        Activate = configuration.Campaigns.Find(ruleset.CampaignId)?.ActiveRulesetId == ruleset.Id,
        ActivatedAt = ruleset.ActivatedAt,
    };
}
