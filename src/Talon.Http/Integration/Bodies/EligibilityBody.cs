using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>A campaign, and whether it applies to the customer, with the names of the API.</summary>
internal sealed record EligibilityBody(
    long Id,
    long ApplicationId,
    string Name,
    string? Description,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndTime,
    JsonElement? Attributes,
    CampaignState State,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Features,
    IReadOnlyList<EligibilityVerdictBody> Eligibility,
    IReadOnlyList<EligibilityRuleBody> Rules)
{
    public static EligibilityBody From(CampaignVerdict verdict, Campaign campaign) => new(
        campaign.Id,
        campaign.ApplicationId,
        campaign.Name,
        campaign.Description,
        campaign.StartTime,
        campaign.EndTime,
        campaign.Attributes,
        campaign.State,
        campaign.Tags,
        campaign.Features,
        [new(verdict.Passed, verdict.FailureCode is { } code ? new(code) : null)],
        [.. verdict.Rules.GroupBy(rule => rule.RuleIndex).Select(EligibilityRuleBody.From)]);
}

/// <summary>Whether the campaign applies.</summary>
internal sealed record EligibilityVerdictBody(bool Passed, EligibilityFailureBody? Details);

/// <summary>Why it does not.</summary>
internal sealed record EligibilityFailureBody(string FailureCode);
