using System.Collections.Concurrent;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>Makes the shapes of files out of those of the Management API.</summary>
internal static class SetupSchemas
{
    /// <summary>Whether something of the account exists only in the Applications subscribed to it.</summary>
    public static readonly Property Restricted = Property.Optional(
        "restricted",
        "Whether it exists only in the Applications that are subscribed to it, this one among them; left out, it exists in all.",
        new BooleanSchema { Default = false },
        true);

    private static readonly ConcurrentDictionary<ObjectSchema, ObjectSchema> ClosedOnes = [];

    private static readonly ObjectSchema Limit = CouponSchemas.LimitConfig.With(
        CouponSchemas.LimitConfig.Name!,
        CouponSchemas.LimitConfig.Description!,
        Property.Required("action", "What is limited.", new StringSchema { Choices = LimitActions.All }, LimitActions.SetDiscount));

    /// <summary>A shape with names for ids, in which only what has no sensible default must be there, and nothing unknown may be, at whatever depth.</summary>
    /// <param name="of">The shape of the API.</param>
    /// <param name="name">The name of the new shape.</param>
    /// <param name="required">What must be there.</param>
    /// <param name="without">Members that files do not have.</param>
    /// <param name="more">Members that only files have.</param>
    public static ObjectSchema ForFiles(this ObjectSchema of, string name, string[] required, string[]? without = null, params IReadOnlyList<Property> more) => new(name, of.Description!)
    {
        Properties =
        [
            .. of.Properties
                .Where(property => without?.Contains(property.Name) != true && more.All(other => other.Name != property.Name))
                .Select(property => property with { IsRequired = required.Contains(property.Name), Schema = Close(property.Schema) }),
            .. more,
        ],
        Closed = true,
    };

    /// <summary>The shape without room for anything unknown, so that a misspelt member is told and not passed over.</summary>
    private static Schema Close(Schema schema) => schema switch
    {
        ArraySchema list => new ArraySchema(Close(list.Items)) { Description = list.Description, MinItems = list.MinItems, MaxItems = list.MaxItems, Rule = list.Rule },
        ObjectSchema { Properties.Count: > 0 } map => ClosedOnes.GetOrAdd(map, static open => Closing(ReferenceEquals(open, CouponSchemas.LimitConfig) ? Limit : open)),
        _ => schema,
    };

    private static ObjectSchema Closing(ObjectSchema open) => new("Setup" + open.Name, open.Description!)
    {
        Properties = [.. open.Properties.Select(property => property with { Schema = Close(property.Schema) })],
        Closed = true,
        Rule = open.Rule,
    };
}
