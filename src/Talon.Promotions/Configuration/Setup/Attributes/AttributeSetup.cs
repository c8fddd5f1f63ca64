using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates and changes attributes. They are not deleted, since stored entities carry them.</summary>
public sealed class AttributeSetup(SetupContext context)
{
    /// <summary>Creates an attribute; one of an event type that is not there yet creates that event type too.</summary>
    public async Task<EntityAttribute> CreateAsync(AttributeInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Attribute, cancellation);
        var eventTypeId = input.EventType is null ? 0 : await context.NewIdAsync(EntityKinds.EventType, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var blank = new EntityAttribute
                {
                    Id = id,
                    Created = context.Now,
                    Entity = input.Entity,
                    EventType = input.EventType,
                    Name = input.Name,
                    Title = input.Title,
                    Type = input.Type,
                };
                var attribute = With(blank, input);
                var problems = new ProblemList();
                CheckEventType(input, problems);
                Check(configuration, attribute, problems);
                problems.Throw();
                if (IsTaken(configuration, attribute))
                    throw new ConflictException($"There is already an attribute \"{attribute.Name}\" on {attribute.Entity} entities");
                return new Decision<EntityAttribute>(attribute, [ConfigurationChange.Put(EntityKinds.Attribute, attribute), .. NewEventType(configuration, attribute, eventTypeId)]);
            },
            cancellation);
    }

    /// <summary>Changes what can be changed of an attribute: all but entity, event type, name and type.</summary>
    public Task<EntityAttribute> UpdateAsync(long id, AttributeInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireAttribute(id);
            var problems = new ProblemList();
            if (!before.Editable)
                problems.Invalid($"The attribute \"{before.Name}\" cannot be edited", "");
            problems.Unchanged(before.Entity, input.Entity, "entity");
            problems.Unchanged(before.EventType, input.EventType, "eventType");
            problems.Unchanged(before.Name, input.Name, "name");
            problems.Unchanged(AttributeTypeNames.Of(before.Type), AttributeTypeNames.Of(input.Type), "type");
            var attribute = With(before, input);
            Check(configuration, attribute, problems);
            problems.Throw();
            return Decision.Put(EntityKinds.Attribute, attribute);
        },
        cancellation);

    /// <summary>An attribute with what an input says of that which may be changed.</summary>
    private static EntityAttribute With(EntityAttribute attribute, AttributeInput input) => attribute with
    {
        Title = input.Title,
        Description = input.Description ?? "",
        Suggestions = input.Suggestions ?? [],
        HasAllowedList = input.HasAllowedList,
        RestrictedBySuggestions = input.RestrictedBySuggestions,
        Editable = input.Editable ?? true,
        SubscribedApplicationsIds = input.SubscribedApplicationsIds ?? [],
        SubscribedCatalogsIds = input.SubscribedCatalogsIds,
        AllowedSubscriptions = input.AllowedSubscriptions,
    };

    private static void CheckEventType(AttributeInput input, ProblemList problems)
    {
        if (input.Entity == AttributeEntity.Event && string.IsNullOrEmpty(input.EventType))
            problems.Invalid("An attribute of Event entities names its event type", "/eventType");
        if (input.Entity != AttributeEntity.Event && input.EventType is not null)
            problems.Invalid("Only attributes of Event entities have an event type", "/eventType");
        if (EventTypeSetup.IsReserved(input.EventType))
            problems.Invalid($"\"{input.EventType}\" is the name of a built-in event", "/eventType");
    }

    private static void Check(Configuration configuration, EntityAttribute attribute, ProblemList problems)
    {
        problems.Applications(configuration, attribute.SubscribedApplicationsIds, "/subscribedApplicationsIds");
        for (var i = 0; i < attribute.SubscribedCatalogsIds?.Count; i++)
        {
            if (configuration.Catalogs.Find(attribute.SubscribedCatalogsIds[i]) is null)
                problems.Unknown($"There is no catalog {attribute.SubscribedCatalogsIds[i]}", JsonPointer.Append("/subscribedCatalogsIds", i));
        }

        for (var i = 0; i < attribute.Suggestions.Count; i++)
        {
            if (!IsOfType(attribute.Suggestions[i], AttributeValues.ElementOf(attribute.Type) ?? attribute.Type))
                problems.Invalid($"\"{attribute.Suggestions[i]}\" is not a value of type {AttributeTypeNames.Of(attribute.Type)}", JsonPointer.Append("/suggestions", i));
        }

        if (attribute.RestrictedBySuggestions == true && attribute.Suggestions.Count == 0)
            problems.Invalid("No value would be allowed: there are no suggestions", "/restrictedBySuggestions");
    }

    private static bool IsOfType(string suggestion, AttributeType type) => type switch
    {
        AttributeType.Number => decimal.TryParse(suggestion, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        AttributeType.Boolean => suggestion is "true" or "false",
        _ => true,
    };

    private static bool IsTaken(Configuration configuration, EntityAttribute attribute) => BuiltInAttributes.All.Concat(configuration.Attributes)
        .Any(other => (other.Entity, other.EventType, other.Name) == (attribute.Entity, attribute.EventType, attribute.Name));

    private IEnumerable<ConfigurationChange> NewEventType(Configuration configuration, EntityAttribute attribute, long id)
    {
        if (attribute.EventType is { } name && configuration.EventTypes.All(type => type.Name != name))
            yield return ConfigurationChange.Put(EntityKinds.EventType, new EventType { Id = id, Created = context.Now, Title = name, Name = name });
    }
}
