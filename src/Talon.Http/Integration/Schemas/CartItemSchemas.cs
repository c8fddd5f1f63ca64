namespace Talon.Http;

/// <summary>The published shapes of cart lines.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class CartItemSchemas
{
    private static readonly ObjectSchema Product = new("Product", "The parent product of a cart line.")
    {
        Properties = [Property.Required("name", "Product name.", StringSchema.Text, "sneaker")],
    };

    private static readonly ObjectSchema PriceDetail = new("PriceDetail", "A price under one price type.")
    {
        Properties =
        [
            Property.Optional("price", "Unit price in the Application's currency.", Fields.Amount, 90),
            Property.Optional("adjustmentContextId", "Adjustment context.", StringSchema.Text),
            Property.Optional("adjustmentReferenceId", "Reference of a price adjustment.", StringSchema.Uuid, "68851723-e6fa-488f-ace9-112581e6c19b"),
            Property.Optional("adjustmentEffectiveFrom", "When the adjustment begins.", StringSchema.DateTime, "2026-05-25T00:00:00Z"),
            Property.Optional("adjustmentEffectiveUntil", "When the adjustment ends.", StringSchema.DateTime, "2026-05-30T00:00:00Z"),
        ],
    };

    /// <summary>An additional cost such as shipping.</summary>
    public static readonly ObjectSchema AdditionalCost = new("AdditionalCost", "An additional cost, such as shipping.")
    {
        Properties = [Property.Required("price", "Amount in the Application's currency; for a cart line, per unit.", Fields.Amount, 10)],
    };

    /// <summary>A cart line.</summary>
    public static readonly ObjectSchema CartItem = new("CartItem", "A line of the cart.")
    {
        Properties =
        [
            Property.Optional("name", "Display name.", StringSchema.Text, "Air Glide"),
            Property.Required("sku", "Stock keeping unit.", new StringSchema { MinLength = 1 }, "SKU1241028"),
            Property.Required("quantity", "Units; 10,000 at most over all lines.", new IntegerSchema { Minimum = 1, Maximum = SessionSchemas.MaxUnits }, 1),
            Property.Optional("returnedQuantity", "Units returned so far; computed.", new IntegerSchema(), 1),
            Property.Optional("remainingQuantity", "Units still held; computed.", new IntegerSchema(), 1),
            Property.Optional("price", "Price of one unit; required unless the catalog knows it.", Fields.Amount, 99.99m),
            Property.Optional("category", "Category.", StringSchema.Text, "shoes"),
            Property.Optional("product", "The parent product.", Product),
            Property.Optional("weight", "Grams.", Fields.Amount, 1130),
            Property.Optional("height", "Millimetres.", Fields.Amount),
            Property.Optional("width", "Millimetres.", Fields.Amount),
            Property.Optional("length", "Millimetres.", Fields.Amount),
            Property.Optional("position", "Index of the line, from 0; computed.", Fields.Amount, 0),
            Property.Optional("attributes", "Custom attributes; those left out are removed.", MapSchema.Free),
            Property.Optional("additionalCosts", "Additional costs by API name.", new MapSchema(AdditionalCost)),
            Property.Optional("catalogItemID", "The catalog entry.", Fields.Id),
            Property.Optional("selectedPriceType", "The price type chosen.", StringSchema.Text, "member"),
            Property.Optional("adjustmentReferenceId", "Reference of a price adjustment.", StringSchema.Uuid, "68851723-e6fa-488f-ace9-112581e6c19b"),
            Property.Optional("adjustmentEffectiveFrom", "When the adjustment begins.", StringSchema.DateTime, "2026-05-25T00:00:00Z"),
            Property.Optional("adjustmentEffectiveUntil", "When the adjustment ends.", StringSchema.DateTime, "2026-05-30T00:00:00Z"),
            Property.Optional("prices", "Prices by price type.", new MapSchema(PriceDetail)),
        ],
    };
}
