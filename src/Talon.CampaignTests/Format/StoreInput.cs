using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>The store that the session names.</summary>
/// <param name="IntegrationId">One of the vocabulary's.</param>
/// <param name="Name">Display name.</param>
public sealed record StoreInput(string IntegrationId, string Name = "")
{
    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }
}
