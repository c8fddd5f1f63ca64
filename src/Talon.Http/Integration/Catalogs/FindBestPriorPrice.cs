using System.Globalization;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Finds the lowest prices that items had before.</summary>
internal static class FindBestPriorPrice
{
    private const int MostSkus = 1000;
    private const int MostDays = 3650;

    private static readonly ObjectSchema Target = new("BestPriorTarget", "Whom the prices were for.")
    {
        Properties =
        [
            Property.Required("targetType", "Everybody, or an audience.", new StringSchema { Enum = ["NONE", "AUDIENCE"] }, "NONE"),
            Property.Optional("audienceID", "The audience.", Fields.Id, 4),
        ],
    };

    private static readonly ObjectSchema Request = new("BestPriorPriceRequest", "Items, and how far to look back.")
    {
        Properties =
        [
            Property.Required("skus", "The items.", new ArraySchema(new StringSchema { MinLength = 1, MaxLength = 1000 }) { MinItems = 1, MaxItems = MostSkus }),
            Property.Required("timeframeEndDate", "The date to look back from.", StringSchema.DateTime, "2026-11-10T23:00:00Z"),
            Property.Required("timeframe", "How many days to look back.", new StringSchema { Pattern = "^[0-9]{1,4}$" }, "30"),
            Property.Required("timeframeEndDateType", "Where the look back ends: at the date, where the price of that date begins, or where its occasion begins.", new StringSchema { Enum = ["strict", "price", "sale"] }, "sale"),
            Property.Optional("target", "Whom the prices were for.", Target),
        ],
    };

    private static readonly ObjectSchema Adjustment = new("AdjustmentDetails", "The adjustment that made the price.")
    {
        Properties =
        [
            Property.Required("referenceId", "The caller's reference.", StringSchema.Text, "68851723-e6fa-488f-ace9-112581e6c19b"),
            Property.Required("selectedPriceType", "The price type.", StringSchema.Text, "member"),
            Property.Required("value", "The price that it sets.", new NumberSchema(), 90m),
        ],
    };

    private static readonly ObjectSchema Price = new("BestPriorPrice", "The lowest price that an item had before.")
    {
        Properties =
        [
            Property.Required("id", "The observation.", Fields.Id, 1),
            Property.Required("sku", "The item.", StringSchema.Text, "SKU7345278"),
            Property.Required("observedAt", "From when on it held.", StringSchema.DateTime, "2026-11-10T23:00:00Z"),
            Property.Optional("contextId", "Empty.", StringSchema.Text, ""),
            Property.Required("contextIds", "The occasions that it belonged to.", new ArraySchema(StringSchema.Text)),
            Property.Required("price", "The price.", new NumberSchema(), 99.99m),
            Property.Required("metadata", "What made the price.", new ObjectSchema("BestPriorPriceMetadata", "What made a price.")
            {
                Properties =
                [
                    Property.Required("influencingCampaignDetails", "Campaigns; catalogs know of none.", new ArraySchema(AnySchema.Instance)),
                    Property.Optional("adjustmentDetails", "The adjustment, if one made it.", Adjustment),
                ],
            }),
            Property.Required("target", "Whom it was for: everybody.", new ObjectSchema("LabelTargetNone", "Everybody.") { Properties = [Property.Required("type", "Everybody.", new StringSchema { Enum = ["NONE"] }, "NONE")] }),
        ],
    };

    public static readonly Operation Operation = new()
    {
        OperationId = "bestPriorPrice",
        Method = "POST",
        Path = "/v1/best_prior_price",
        Summary = "Find the lowest prices that items had before, as catalogs noted them.",
        Authentication = Authentication.IntegrationKey,
        Request = Request,
        Answers = [new(200, new ArraySchema(Price), "A price for each item that has one."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Review = CheckTimeframe,
        Handle = HandleAsync,
    };

    private static void CheckTimeframe(OperationContext context, List<Problem> problems)
    {
        if (context.Body.ValueKind == JsonValueKind.Object && context.Body.Member("timeframe") is { ValueKind: JsonValueKind.String } days
            && int.TryParse(days.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is < 1 or > MostDays)
            problems.Add(new Problem("Invalid", $"\"timeframe\" is a number of days from 1 to {MostDays}", "/timeframe"));
    }

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        if (context.Body.Member("target") is { } target && target.Text("targetType") == "AUDIENCE")
        {
            var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
            configuration.RequireAudience(context.Caller.ApplicationId, target.Integer("audienceID") ?? throw new InvalidRequestException(new Problem("required", "\"audienceID\" is required for an audience", "/target/audienceID")));
        }

        var ends = context.Body.Text("timeframeEndDateType") switch { "strict" => LookBackEnd.Strict, "price" => LookBackEnd.Price, _ => LookBackEnd.Sale };
        var days = int.Parse(context.Body.Text("timeframe")!, CultureInfo.InvariantCulture);
        var prices = await context.Services.Promotions.PriorPrices.FindAsync(
            context.Caller.ApplicationId, context.Body.Texts("skus")!, context.Body.Time("timeframeEndDate")!.Value, TimeSpan.FromDays(days), ends, cancellation);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartArray();
            foreach (var price in prices)
                JsonSerializer.Serialize(writer, PriorPriceBody.From(price), IntegrationJson.Api.PriorPriceBody);
            writer.WriteEndArray();
        });
    }
}
