using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What a caller says of an attribute. Meanings as in <see cref="EntityAttribute"/>.</summary>
public sealed record AttributeInput
{
    /// <summary>The entity that carries it.</summary>
    public required AttributeEntity Entity { get; init; }

    /// <summary>For event attributes, the name of the event type.</summary>
    public string? EventType { get; init; }

    /// <summary>API name.</summary>
    public required string Name { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>The type of its values.</summary>
    [JsonConverter(typeof(AttributeTypeConverter))]
    public required AttributeType Type { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Suggested values, as text.</summary>
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>Whether an allowed list takes the place of the suggestions.</summary>
    public bool? HasAllowedList { get; init; }

    /// <summary>Whether only suggested values are accepted.</summary>
    public bool? RestrictedBySuggestions { get; init; }

    /// <summary>Whether it may be changed; null for yes.</summary>
    public bool? Editable { get; init; }

    /// <summary>The Applications where it exists; none for all.</summary>
    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }

    /// <summary>The catalogs where it exists.</summary>
    public IReadOnlyList<long>? SubscribedCatalogsIds { get; init; }

    /// <summary>For cart items: application, catalog or both.</summary>
    public IReadOnlyList<string>? AllowedSubscriptions { get; init; }
}
