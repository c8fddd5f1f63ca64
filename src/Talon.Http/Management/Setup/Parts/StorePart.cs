using Talon.Promotions;

namespace Talon.Http;

/// <summary>Stores in files. Their identity is the integrator's id.</summary>
internal static class StorePart
{
    public static readonly SetupPart Part = new SetupPart<Store, StoreInput, StoreBody>(
        "stores",
        "store",
        StoreSchemas.New.ForFiles("SetupStore", ["name", "integrationId"]),
        () => ManagementInputJson.Api.StoreInput,
        () => ManagementJson.Api.StoreBody)
    {
        Entities = view => view.Configuration.Stores.Where(store => store.ApplicationId == view.ApplicationId),
        Body = (store, view) => StoreBody.From(store, view.Configuration),
        Identity = json => json.GetProperty("integrationId"u8).GetString()!,
        CreateAsync = (run, input, cancellation) => run.Account.Stores.CreateAsync(run.ApplicationId, input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Stores.UpdateAsync(run.ApplicationId, id, input, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.Stores.DeleteAsync(run.ApplicationId, id, cancellation),
    };

    /// <summary>Links to stores.</summary>
    public static readonly SetupReference Links = new("linkedStoreIds", "linkedStores", "store", view =>
        view.Configuration.Stores.Where(store => store.ApplicationId == view.ApplicationId).Select(store => (store.Id, store.IntegrationId)));
}
