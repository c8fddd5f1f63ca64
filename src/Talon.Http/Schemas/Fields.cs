namespace Talon.Http;

/// <summary>Schemas of fields that many models share.</summary>
public static class Fields
{
    /// <summary>The largest amount of money or units, either way; sums of such amounts stay within a decimal.</summary>
    public const decimal LargestAmount = 1_000_000_000_000_000m;

    /// <summary>An amount of money, a measure.</summary>
    public static NumberSchema Amount { get; } = new() { Minimum = -LargestAmount, Maximum = LargestAmount };

    /// <summary>A server-assigned id.</summary>
    public static IntegerSchema Id { get; } = new();

    /// <summary>A count.</summary>
    public static IntegerSchema Count { get; } = new() { Minimum = 0 };

    /// <summary>A coupon or referral code as a shopper enters it.</summary>
    public static StringSchema Code { get; } = new() { MaxLength = 100 };

    /// <summary>A customer's id; "" for an anonymous one.</summary>
    public static StringSchema ProfileId { get; } = new() { MaxLength = 1000 };

    /// <summary>Server-assigned identity and time of creation, which every entity has.</summary>
    public static IReadOnlyList<Property> Entity { get; } =
    [
        Property.Required("id", "Server-assigned id.", Id, 6),
        Property.Required("created", "When it came into being.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
    ];
}
