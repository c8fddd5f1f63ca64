using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The partitions of what effects at once may write to, and what of it the update itself has just sent.</summary>
internal sealed record InstantTargets
{
    /// <summary>The customer's; null when anonymous, or when the update itself writes the profile.</summary>
    public string? Profile { get; init; }

    /// <summary>The advocate's; null without a referral.</summary>
    public string? Advocate { get; init; }

    /// <summary>The referral's; null for none.</summary>
    public string? Referral { get; init; }

    /// <summary>The coupons', by id.</summary>
    public IReadOnlyDictionary<long, string> Coupons { get; init; } = new Dictionary<long, string>();

    /// <summary>The attributes of the session that the update sends; null for none.</summary>
    public JsonElement? SentAttributes { get; init; }

    /// <summary>Whether the update sends the lines, and their attributes with them.</summary>
    public bool SendsItems { get; init; }

    /// <summary>Whether the update sends the value that a rule changes.</summary>
    public bool Sends(UpdateAttributeRequest update) => update.Target switch
    {
        AttributeTarget.Session => SentAttributes is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty(update.Name, out _),
        AttributeTarget.CartItem => SendsItems,
        _ => false,
    };
}
