namespace Talon.Server;

/// <summary>A campaign of the demo store, with one rule.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Feature">The feature it needs; null for none.</param>
/// <param name="Rules">Its rules, in Talang.</param>
internal sealed record DemoCampaign(string Name, string? Feature, string Rules)
{
    /// <summary>The campaign whose coupon the printed request redeems.</summary>
    public static DemoCampaign Coupon { get; } = new(
        "Any valid coupon",
        "coupons",
        """
        [{"title":"Any valid coupon gives 20% off",
          "condition":["and",["couponValid"]],
          "effects":[["setDiscount","20% off",["*",[".","Session","Total"],0.2]]]}]
        """);

    /// <summary>All campaigns.</summary>
    public static IReadOnlyList<DemoCampaign> All { get; } =
    [
        Coupon,
        new(
            "Free delivery in Seattle",
            null,
            """
            [{"title":"Deliveries to Seattle are free",
              "condition":["and",["=",[".","Session","Attributes","shippingCity"],"Seattle"]],
              "effects":[["showNotification","Offer","Free delivery","Your order is delivered free of charge."]]}]
            """),
        new(
            "Welcome to customers in Washington",
            null,
            """
            [{"title":"A customer in Washington is welcomed",
              "condition":["and",["=",[".","Profile","ShippingRegion"],"Washington"]],
              "effects":[["showNotification","Info","Welcome","Good to see you again."]]}]
            """),
    ];
}
