using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The attributes that every account has from the start. They are not stored and cannot be changed.</summary>
public static class BuiltInAttributes
{
    /// <summary>Ids below this one are kept for built-in attributes.</summary>
    public const long FirstCustomId = 1000;

    private static readonly string[] Address =
        ["Name", "Address1", "Address2", "Address3", "Address4", "City", "Region", "PostalCode", "Country"];

    /// <summary>All of them, by id. The order is part of the ids: new ones go to the end.</summary>
    public static IReadOnlyList<EntityAttribute> All { get; } = Number(
    [
        .. Text(AttributeEntity.CustomerProfile, "Name", "Email", "Phone", "Language", "Locale", "Timezone", "Gender"),
        .. Addresses(AttributeEntity.CustomerProfile),
        Make(AttributeEntity.CustomerProfile, "BirthDate", AttributeType.Time),
        Make(AttributeEntity.CustomerProfile, "SignupDate", AttributeType.Time),
        Make(AttributeEntity.CustomerProfile, "Location", AttributeType.Location),
        .. Text(AttributeEntity.CustomerSession, "PaymentMethod", "ShippingMethod", "Email", "Language"),
        .. Addresses(AttributeEntity.CustomerSession),
        Make(AttributeEntity.CustomerSession, "Location", AttributeType.Location),
    ]);

    private static IEnumerable<EntityAttribute> Addresses(AttributeEntity entity) =>
        Text(entity, [.. Address.Select(part => "Shipping" + part), .. Address.Select(part => "Billing" + part)]);

    private static IEnumerable<EntityAttribute> Text(AttributeEntity entity, params string[] names) =>
        names.Select(name => Make(entity, name, AttributeType.String));

    private static EntityAttribute Make(AttributeEntity entity, string name, AttributeType type) => new()
    {
        Id = 0,
        Created = DateTimeOffset.UnixEpoch,
        Entity = entity,
        Name = name,
        Title = name,
        Type = type,
        Editable = false,
    };

    private static EntityAttribute[] Number(IReadOnlyList<EntityAttribute> attributes) =>
        [.. attributes.Select((attribute, index) => attribute with { Id = index + 1 })];
}
