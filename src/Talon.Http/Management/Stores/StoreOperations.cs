using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations on stores.</summary>
internal static class StoreOperations
{
    private const string Path = "/v1/applications/{applicationId}/stores";
    private const string One = Path + "/{storeId}";
    private static readonly Parameter<long> StoreId = Parameters.PathInteger("storeId", "The store's id.");
    private static readonly Parameter<long?> CampaignId = Parameters.Integer("campaignId", "Only stores linked to this campaign.");
    private static readonly Parameter<string?> Name = Parameters.Text("name", "Only stores of this name.");
    private static readonly Parameter<string?> IntegrationId = Parameters.Text("integrationId", "Only the store of this integration id.");
    private static readonly Parameter<string?> Query = Parameters.Text("query", "Only stores with this text in their name or integration id, whatever its case.");
    private static readonly IReadOnlyList<Parameter> OfStore = [ManagementParameters.Application, StoreId];
    private static readonly IReadOnlyList<Parameter> Filters = [ManagementParameters.WithTotal, CampaignId, Name, IntegrationId, Query];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create(
            "createStore", Path, "Create a store.", [ManagementParameters.Application], StoreSchemas.New, StoreSchemas.Store, CreateAsync),
        Manage.Read(
            "listStores", Path, "List the stores of an Application.", [ManagementParameters.Application, .. ManagementParameters.List, .. Filters],
            Page.Continued("Stores", StoreSchemas.Store), List),
        Manage.Read("getStore", One, "Read a store.", OfStore, StoreSchemas.Store, Get),
        Manage.Update(
            "updateStore", One, "Replace a store; its integration id stays.", OfStore, StoreSchemas.Update, StoreSchemas.Store, UpdateAsync),
        Manage.Delete("deleteStore", One, "Delete a store.", OfStore, DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.Stores.CreateAsync(
            context.Get(ManagementParameters.Application), context.Input(ManagementInputJson.Api.StoreInput), cancellation), context.Services.Account.Configurations.Current);

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.Stores.UpdateAsync(
            context.Get(ManagementParameters.Application), context.Get(StoreId), context.Input(ManagementInputJson.Api.StoreInput), cancellation), context.Services.Account.Configurations.Current);

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.Stores.DeleteAsync(context.Get(ManagementParameters.Application), context.Get(StoreId), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, configuration.RequireStore(context.Get(ManagementParameters.Application), context.Get(StoreId)), configuration);

    private static ApiResponse List(OperationContext context, Configuration configuration)
    {
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return Page.Continued(
            context,
            configuration.Stores.Where(store => store.ApplicationId == application.Id && IsAskedFor(context, configuration, store)),
            store => new(store.Created, store.Name),
            store => StoreBody.From(store, configuration),
            ManagementJson.Api.StoreBody);
    }

    private static bool IsAskedFor(OperationContext context, Configuration configuration, Store store) =>
        (context.Get(CampaignId) is not { } campaign || configuration.Campaigns.Find(campaign)?.LinkedStoreIds.Contains(store.Id) == true)
        && (context.Get(Name) is not { } name || store.Name == name)
        && (context.Get(IntegrationId) is not { } id || store.IntegrationId == id)
        && (context.Get(Query) is not { } text
            || store.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || store.IntegrationId.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static ApiResponse Answer(int status, Store store, Configuration configuration) =>
        ApiResponse.Json(status, StoreBody.From(store, configuration), ManagementJson.Api.StoreBody);
}
