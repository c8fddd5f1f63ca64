using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>The loyalty card that the session names.</summary>
/// <param name="Identifier">The card's identifier.</param>
/// <param name="Program">Name of its programme.</param>
public sealed record LoyaltyCardInput(string Identifier, string Program)
{
    /// <summary>Attributes.</summary>
    public JsonElement Attributes { get; init; }
}
