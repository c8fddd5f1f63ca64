using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on additional costs.</summary>
internal static class AdditionalCostOperations
{
    private const string Path = "/v1/additional_costs";
    private const string One = Path + "/{additionalCostId}";
    private static readonly Parameter<long> CostId = Parameters.PathInteger("additionalCostId", "The additional cost's id.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createAdditionalCost", Path, "Create an additional cost.", [], AdditionalCostSchemas.New, AdditionalCostSchemas.Cost, CreateAsync),
        Manage.Read("getAdditionalCosts", Path, "List the additional costs.", ManagementParameters.List, Page.Counted("AdditionalCosts", AdditionalCostSchemas.Cost), List),
        Manage.Read("getAdditionalCost", One, "Read an additional cost.", [CostId], AdditionalCostSchemas.Cost, Get),
        Manage.Update("updateAdditionalCost", One, "Change an additional cost; its name stays.", [CostId], AdditionalCostSchemas.New, AdditionalCostSchemas.Cost, UpdateAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.AdditionalCosts.CreateAsync(context.Input(ManagementInputJson.Api.AdditionalCostInput), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.AdditionalCosts.UpdateAsync(context.Get(CostId), context.Input(ManagementInputJson.Api.AdditionalCostInput), cancellation));

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, configuration.RequireAdditionalCost(context.Get(CostId)));

    private static ApiResponse List(OperationContext context, Configuration configuration) =>
        Page.Counted(context, configuration.AdditionalCosts, cost => new(cost.Created, cost.Name), AdditionalCostBody.From, ManagementJson.Api.AdditionalCostBody);

    private static ApiResponse Answer(int status, AccountAdditionalCost cost) =>
        ApiResponse.Json(status, AdditionalCostBody.From(cost), ManagementJson.Api.AdditionalCostBody);
}
