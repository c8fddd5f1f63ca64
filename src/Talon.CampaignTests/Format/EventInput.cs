using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>An event.</summary>
/// <param name="Type">The event type.</param>
public sealed record EventInput(string Type)
{
    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }
}
