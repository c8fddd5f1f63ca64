using Talon.Promotions;

namespace Talon.Http;

/// <summary>Catalogs in files, without what is in them: that is synchronised from where it is kept.</summary>
internal static class CatalogPart
{
    public static readonly SetupPart Part = new SetupPart<Catalog, CatalogInput, CatalogInput>(
        "catalogs",
        "catalog",
        CatalogSchemas.New.ForFiles("SetupCatalog", ["name"], ["subscribedApplicationsIds"], SetupSchemas.Restricted),
        () => ManagementInputJson.Api.CatalogInput,
        () => ManagementInputJson.Api.CatalogInput)
    {
        Subscriptions = "subscribedApplicationsIds",
        Entities = view => view.Configuration.Catalogs,
        Body = (catalog, _) => new CatalogInput { Name = catalog.Name, Description = catalog.Description, SubscribedApplicationsIds = catalog.SubscribedApplicationsIds },
        CreateAsync = (run, input, cancellation) => run.Account.Catalogs.CreateAsync(input, run.Actor, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Catalogs.UpdateAsync(id, input, cancellation),
    };

    /// <summary>The catalogs that files may name.</summary>
    public static IEnumerable<(long Id, string Name)> Names(SetupView view) =>
        view.Configuration.Catalogs.Where(catalog => catalog.IsVisibleTo(view.ApplicationId)).Select(catalog => (catalog.Id, catalog.Name));
}
