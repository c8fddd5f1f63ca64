using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

/// <summary>Evaluates single expressions in a shop with the two items of the tutorial.</summary>
internal static class Talang
{
    public static Shop Shop(params RuleJson[] rules) => Tests.Shop.With(rules)
        .Cart(Items.Blouse, Items.Trousers with { Quantity = 2 })
        .Customer("ada", profile => profile with { ClosedSessions = 3, TotalSales = 250.50m, Created = Tests.Shop.Noon.AddDays(-30) })
        .Session(session => session with
        {
            Attributes = new Dictionary<string, Value>
            {
                ["ShippingCity"] = Value.Of("Berlin"),
                ["Score"] = Value.Of(5.50m),
                ["Tags"] = Value.Of(new[] { Value.Of("new"), Value.Of("red") }),
                ["Place"] = Value.Of(new Location(52.52m, 13.405m)),
                ["Delivery"] = Value.Of(new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero)),
            },
        });

    /// <summary>The value as text, or the reason why there is none after an exclamation mark.</summary>
    public static string Eval(string expression, Func<Shop, Shop>? change = null)
    {
        var shop = Shop(Do($"""["showNotification", "Info", "t", ["toString", {expression}]]""")).Explaining();
        var result = (change?.Invoke(shop) ?? shop).Evaluate();
        return result.Effects.Select(effect => effect.Props).OfType<ShowNotificationProps>().SingleOrDefault()?.Body
            ?? "! " + result.Failures.Single().Details;
    }

    /// <summary>Why a condition is false, or null when it is true.</summary>
    public static RuleFailure? Why(string condition, Func<Shop, Shop>? change = null)
    {
        var shop = Shop(When(condition)).Explaining();
        return (change?.Invoke(shop) ?? shop).Evaluate().Failures.SingleOrDefault();
    }
}
