using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Turns campaigns into those of the rule engine.</summary>
internal static class CampaignDefinitions
{
    private static readonly JsonElement NoRules = JsonElement.Parse("[]");

    /// <summary>The rule engine's form of a campaign with a ruleset; without one it has no rules.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="baseGroupId">The Application's base evaluation group.</param>
    /// <param name="attributes">The Application's attributes.</param>
    public static CampaignDefinition Define(Campaign campaign, Ruleset? ruleset, long? baseGroupId, AttributeChecker attributes) => new()
    {
        Id = campaign.Id,
        Name = campaign.Name,
        Enabled = campaign.State == CampaignState.Enabled,
        StartTime = campaign.StartTime,
        EndTime = campaign.EndTime,
        LinkedStoreIds = campaign.LinkedStoreIds,
        EvaluationGroupId = campaign.EvaluationGroupId == baseGroupId ? null : campaign.EvaluationGroupId,
        EvaluationPosition = campaign.EvaluationPosition,
        ReevaluateOnReturn = campaign.ReevaluateOnReturn,
        Attributes = attributes.ToValues(AttributeEntity.Campaign, campaign.Attributes.GetValueOrDefault()),
        Limits = [.. campaign.Limits.Select(limit => limit.ToDefinition())],
        Ruleset = ruleset is null ? new(0, NoRules) : new(ruleset.Id, ruleset.Rules, ruleset.Bindings),
    };

    /// <summary>The rule engine's form of an Application's evaluation groups; the base group is left out.</summary>
    public static IReadOnlyList<EvaluationGroupDefinition> Define(IEnumerable<EvaluationGroup> groups, long? baseGroupId) =>
    [
        .. from evaluationGroup in groups
           where evaluationGroup.Id != baseGroupId
           select new EvaluationGroupDefinition(
               evaluationGroup.Id,
               evaluationGroup.Name,
               evaluationGroup.ParentId == baseGroupId ? null : evaluationGroup.ParentId,
               evaluationGroup.EvaluationMode,
               evaluationGroup.EvaluationScope,
               evaluationGroup.Position),
    ];
}
