using Talon.Promotions;

namespace Talon.Http;

/// <summary>Additional costs in files.</summary>
internal static class AdditionalCostPart
{
    public static readonly SetupPart Part = new SetupPart<AccountAdditionalCost, AdditionalCostInput, AdditionalCostBody>(
        "additionalCosts",
        "additional cost",
        AdditionalCostSchemas.New.ForFiles("SetupAdditionalCost", ["name", "title"], ["subscribedApplicationsIds"], SetupSchemas.Restricted),
        () => ManagementInputJson.Api.AdditionalCostInput,
        () => ManagementJson.Api.AdditionalCostBody)
    {
        Subscriptions = "subscribedApplicationsIds",
        Entities = view => view.Configuration.AdditionalCosts,
        Body = (cost, _) => AdditionalCostBody.From(cost),
        CreateAsync = (run, input, cancellation) => run.Account.AdditionalCosts.CreateAsync(input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.AdditionalCosts.UpdateAsync(id, input, cancellation),
    };
}
