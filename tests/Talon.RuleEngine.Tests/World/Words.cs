namespace Talon.RuleEngine.Tests;

/// <summary>A vocabulary with something of every kind.</summary>
internal static class Words
{
    public static readonly Vocabulary All = new()
    {
        Attributes =
        [
            new(AttributeEntity.CustomerSession, "ShippingCity", AttributeType.String),
            new(AttributeEntity.CustomerSession, "Score", AttributeType.Number),
            new(AttributeEntity.CustomerSession, "Gifted", AttributeType.Boolean),
            new(AttributeEntity.CustomerSession, "Delivery", AttributeType.Time),
            new(AttributeEntity.CustomerSession, "Place", AttributeType.Location),
            new(AttributeEntity.CustomerSession, "Tags", AttributeType.StringList),
            new(AttributeEntity.CustomerProfile, "Name", AttributeType.String),
            new(AttributeEntity.CustomerProfile, "BirthDate", AttributeType.Time),
            new(AttributeEntity.CustomerProfile, "Points", AttributeType.Number),
            new(AttributeEntity.CartItem, "Colour", AttributeType.String),
            new(AttributeEntity.Event, "Page", AttributeType.String, "viewed"),
            new(AttributeEntity.Coupon, "Percent", AttributeType.Number),
        ],
        EventTypes = [new(1, "viewed")],
        Campaigns = [new(1, "Campaign 1"), new(2, "Campaign 2")],
        LoyaltyPrograms = [new(5, "stars")],
        GiveawayPools = [new(6, "tickets")],
        Audiences = [new(7, "vip")],
        Achievements = [new(8, "collector")],
        Stores = [new(9, "berlin-1")],
        Webhooks = [new(10, "hook")],
        AdditionalCosts = [new(11, "shipping", OnSession: true, OnItem: false), new(12, "wrapping", OnSession: false, OnItem: true)],
        CustomEffects =
        [
            new(13, "badge", PerItem: false, """{"text": "${text}", "level": ${level}}""", ["text", "level"]),
            new(14, "sticker", PerItem: true, """{"text": "${text}"}""", ["text"]),
        ],
        Collections = [new(15, "sale", null, new HashSet<string> { "rdbs-1111" })],
        ValueMaps = [new(16, "margins", new Dictionary<string, decimal> { ["rdbs-1111"] = 0.1m, ["dtr-2222"] = 0.25m })],
    };
}
