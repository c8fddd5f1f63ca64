using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A campaign that runs, as a shop front shows it, with the names of the API.</summary>
internal sealed record IntegrationCampaignBody
{
    public required long ApplicationId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public JsonElement? Attributes { get; init; }

    public required CampaignState State { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public required IReadOnlyList<long> LinkedStoreIds { get; init; }

    public required IReadOnlyList<long> LinkedAudienceIds { get; init; }

    public required IReadOnlyList<RuleMetadataBody> Rules { get; init; }

    public static IntegrationCampaignBody From(Campaign campaign, Ruleset? ruleset, ApplicationConfiguration application) => new()
    {
        ApplicationId = campaign.ApplicationId,
        Id = campaign.Id,
        Name = campaign.Name,
        Description = campaign.Description,
        StartTime = campaign.StartTime,
        EndTime = campaign.EndTime,
        Attributes = campaign.Attributes,
        State = campaign.State,
        Tags = campaign.Tags,
        Features = campaign.Features,
        LinkedStoreIds = campaign.LinkedStoreIds,
        LinkedAudienceIds = ruleset is null ? [] : [.. AudiencesOf(ruleset.Rules, application).Distinct().Order()],
        Rules = ruleset is { Rules.ValueKind: JsonValueKind.Array } ? [.. ruleset.Rules.EnumerateArray().Select(RuleMetadataBody.From)] : [],
    };

    /// <summary>The audiences that conditions of rules ask for, by id or by name.</summary>
    private static IEnumerable<long> AudiencesOf(JsonElement json, ApplicationConfiguration application)
    {
        if (json.ValueKind == JsonValueKind.Object)
            return json.EnumerateObject().SelectMany(member => AudiencesOf(member.Value, application));
        if (json.ValueKind != JsonValueKind.Array)
            return [];
        var named = json.GetArrayLength() > 1 && json[0].ValueKind == JsonValueKind.String && json[0].GetString() is "profileInAudience" or "profileJoinedAudience" or "profileLeftAudience" ? json[1] : default;
        var found = application.Audiences.Values.Where(audience => named.ValueKind switch
        {
            JsonValueKind.Number => named.TryGetInt64(out var id) && id == audience.Id,
            JsonValueKind.String => named.GetString() == audience.Name,
            _ => false,
        });
        return json.EnumerateArray().SelectMany(element => AudiencesOf(element, application)).Concat(found.Select(audience => audience.Id));
    }
}

/// <summary>What a rule says of itself to customers.</summary>
internal sealed record RuleMetadataBody(string Title, string? DisplayName, string? DisplayDescription, string? RelatedData)
{
    public static RuleMetadataBody From(JsonElement rule) => new(Text(rule, "title") ?? "", Text(rule, "displayName"), Text(rule, "displayDescription"), Text(rule, "relatedData"));

    private static string? Text(JsonElement rule, string name) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
