using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>Whose points they are: a customer's, or in a card-based programme a card's.</summary>
/// <param name="Profile">The customer's integration id; null for a card.</param>
/// <param name="Card">The card's identifier; null for a customer.</param>
/// <param name="Hash">For a customer who was erased, what leads to the points; null while the name does.</param>
internal sealed record LedgerOwner(string? Profile, string? Card, string? Hash = null)
{
    /// <summary>The owner in words that no other owner has.</summary>
    [JsonIgnore]
    public string Text => Card is null ? "profile\n" + Profile : "card\n" + Card;

    /// <summary>A customer.</summary>
    public static LedgerOwner OfProfile(string integrationId) => new(integrationId, null);

    /// <summary>A card.</summary>
    public static LedgerOwner OfCard(string identifier) => new(null, identifier);

    /// <summary>The card, or where there is none the customer.</summary>
    public static LedgerOwner Of(string profile, string? card) => card is null ? OfProfile(profile) : OfCard(card);
}
