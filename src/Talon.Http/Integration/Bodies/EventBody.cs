using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>An event with the names of the API; its effects in the older form.</summary>
internal sealed record EventBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required long ApplicationId { get; init; }

    public required string ProfileId { get; init; }

    public string? StoreIntegrationId { get; init; }

    public string? SessionId { get; init; }

    public string? IntegrationId { get; init; }

    public string? ConnectedSessionId { get; init; }

    public required string Type { get; init; }

    public required JsonElement Attributes { get; init; }

    public required IReadOnlyList<JsonElement> Effects { get; init; }

    /// <summary>Null but for the oldest calls, whose SDK wants the member; the points stand among the effects.</summary>
    public IReadOnlyList<JsonElement>? LedgerEntries { get; init; }

    public static EventBody From(IntegrationEvent source) => new()
    {
        Id = source.Id,
        Created = source.Created,
        ApplicationId = source.ApplicationId,
        ProfileId = source.ProfileId,
        StoreIntegrationId = source.StoreIntegrationId,
        SessionId = source.SessionId,
        IntegrationId = source.IntegrationId,
        ConnectedSessionId = source.ConnectedSessionId,
        Type = source.Type,
        Attributes = source.Attributes ?? JsonMembers.EmptyObject,
        Effects = [.. source.Effects.Select(OlderForm)],
    };

    private static JsonElement OlderForm(Effect effect)
    {
        var body = ApiResponse.Json(0, writer =>
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(effect.CampaignId);
            writer.WriteNumberValue(effect.RulesetId);
            writer.WriteNumberValue(effect.RuleIndex);
            writer.WriteStartArray();
            writer.WriteStringValue(effect.Props.EffectType);
            foreach (var prop in JsonSerializer.SerializeToElement(effect, IntegrationJson.Api.Effect).GetProperty("props").EnumerateObject())
                prop.Value.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndArray();
        }).Body;
        return JsonElement.Parse(body.Span);
    }
}
