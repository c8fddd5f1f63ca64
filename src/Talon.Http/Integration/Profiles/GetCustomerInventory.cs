using Talon.Promotions;

namespace Talon.Http;

/// <summary>Tells what a customer holds.</summary>
internal static class GetCustomerInventory
{
    private static readonly IReadOnlyList<(Parameter<bool> Parameter, InventorySections Section)> Sections =
    [
        (Parameters.Boolean("profile", "Tell the customer."), InventorySections.Profile),
        (Parameters.Boolean("referrals", "Tell their referrals."), InventorySections.Referrals),
        (Parameters.Boolean("coupons", "Tell their coupons."), InventorySections.Coupons),
        (Parameters.Boolean("loyalty", "Tell their points."), InventorySections.Loyalty),
        (Parameters.Boolean("giveaways", "Tell their giveaways."), InventorySections.Giveaways),
        (Parameters.Boolean("achievements", "Tell their achievements."), InventorySections.Achievements),
    ];

    public static readonly Operation Operation = new()
    {
        OperationId = "getCustomerInventory",
        Method = "GET",
        Path = "/v1/customer_profiles/{integrationId}/inventory",
        Summary = "Tell what a customer holds.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.CustomerId, .. Sections.Select(section => section.Parameter)],
        Answers = [new(200, InventorySchemas.Inventory, "The inventory."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var sections = Sections.Where(section => context.Get(section.Parameter)).Aggregate(InventorySections.None, (all, section) => all | section.Section);
        var inventory = await context.Services.Promotions.Inventories.ReadAsync(context.ForApplication, context.Get(IntegrationParameters.CustomerId), sections, cancellation);
        return ApiResponse.Json(200, InventoryBody.From(inventory), IntegrationJson.Api.InventoryBody);
    }
}
