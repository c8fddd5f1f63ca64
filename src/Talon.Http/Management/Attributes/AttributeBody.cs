using System.Text.Json.Serialization;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>An attribute with the names of the API.</summary>
internal sealed record AttributeBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required AttributeEntity Entity { get; init; }

    public string? EventType { get; init; }

    public long? EventTypeId { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    [JsonConverter(typeof(AttributeTypeConverter))]
    public required AttributeType Type { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Suggestions { get; init; }

    public required bool HasAllowedList { get; init; }

    public required bool RestrictedBySuggestions { get; init; }

    public required bool Editable { get; init; }

    public required IReadOnlyList<long> SubscribedApplicationsIds { get; init; }

    public IReadOnlyList<long>? SubscribedCatalogsIds { get; init; }

    public IReadOnlyList<string>? AllowedSubscriptions { get; init; }

    public static AttributeBody From(EntityAttribute attribute, Configuration configuration) => new()
    {
        Id = attribute.Id,
        Created = attribute.Created,
        Entity = attribute.Entity,
        EventType = attribute.EventType,
        EventTypeId = attribute.EventType is { } name ? configuration.EventTypes.FirstOrDefault(type => type.Name == name)?.Id : null,
        Name = attribute.Name,
        Title = attribute.Title,
        Type = attribute.Type,
        Description = attribute.Description,
        Suggestions = attribute.Suggestions,
        HasAllowedList = attribute.HasAllowedList ?? false,
        RestrictedBySuggestions = attribute.RestrictedBySuggestions ?? false,
        Editable = attribute.Editable,
        SubscribedApplicationsIds = attribute.SubscribedApplicationsIds,
        SubscribedCatalogsIds = attribute.SubscribedCatalogsIds,
        AllowedSubscriptions = attribute.AllowedSubscriptions,
    };
}
