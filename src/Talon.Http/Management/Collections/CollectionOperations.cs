using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on collections of the account and of campaigns.</summary>
internal static class CollectionOperations
{
    private const string Account = "/v1/collections";
    private const string Campaign = "/v1/applications/{applicationId}/campaigns/{campaignId}/collections";
    private const string One = "/{collectionId}";
    private const int LargestFile = 32 * 1024 * 1024;
    private static readonly Parameter<long> CollectionId = Parameters.PathInteger("collectionId", "The collection's id.");
    private static readonly Parameter<string?> Name = Parameters.Text("name", "Only the collection of this name.");
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];
    private static readonly IReadOnlyList<Parameter> Lists = [.. ManagementParameters.List, ManagementParameters.WithTotal, Name];
    private static readonly ObjectSchema Collections = Page.Continued("Collections", CollectionSchemas.Collection);

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createAccountCollection", Account, "Create a collection of the account.", [], CollectionSchemas.New, CollectionSchemas.Collection, CreateAsync),
        Manage.Read("listAccountCollections", Account, "List the collections of the account.", Lists, Collections, List(static (_, collection) => collection.CampaignId is null)),
        Manage.Read("getAccountCollection", Account + One, "Read a collection of the account.", [CollectionId], CollectionSchemas.Collection, Get),
        Manage.Update(
            "updateAccountCollection", Account + One, "Change a collection of the account; its name stays.", [CollectionId], CollectionSchemas.Update,
            CollectionSchemas.Collection, UpdateAsync),
        Manage.Delete("deleteAccountCollection", Account + One, "Delete a collection of the account that no enabled campaign uses.", [CollectionId], DeleteAsync),
        Manage.Read(
            "getCollectionItems", Account + One + "/items", "List what is in a collection, of the account or of a campaign.",
            [CollectionId, ManagementParameters.PageSize, ManagementParameters.Skip], CollectionSchemas.Items, ListItems),
        Import("importAccountCollection", Account + One + "/import", [CollectionId]),
        Manage.Read(
            "listCollectionsInApplication", "/v1/applications/{applicationId}/collections",
            "List the collections of all campaigns of an Application.", [ManagementParameters.Application, .. Lists], Collections,
            List(static (context, collection) => collection.ApplicationId == context.Get(ManagementParameters.Application))),
        Manage.Create("createCollection", Campaign, "Create a collection of a campaign.", OfCampaign, CollectionSchemas.NewOfCampaign, CollectionSchemas.Collection, CreateAsync),
        Manage.Read(
            "listCollections", Campaign, "List the collections of a campaign.", [.. OfCampaign, .. Lists], Collections,
            List(static (context, collection) => collection.CampaignId == context.Get(ManagementParameters.Campaign))),
        Manage.Read("getCollection", Campaign + One, "Read a collection of a campaign.", [.. OfCampaign, CollectionId], CollectionSchemas.Collection, Get),
        Manage.Update(
            "updateCollection", Campaign + One, "Change a collection of a campaign; its name stays.", [.. OfCampaign, CollectionId],
            CollectionSchemas.UpdateOfCampaign, CollectionSchemas.Collection, UpdateAsync),
        Manage.Delete("deleteCollection", Campaign + One, "Delete a collection of a campaign that it does not use while enabled.", [.. OfCampaign, CollectionId], DeleteAsync),
        Import("importCollection", Campaign + One + "/import", [.. OfCampaign, CollectionId]),
    ];

    private static Operation Import(string operationId, string path, IReadOnlyList<Parameter> parameters) =>
        Manage.Write(
            "POST", operationId, path, "Replace what is in a collection by a CSV file with the column item.", parameters, null,
            new(200, CollectionSchemas.Import, "The items were replaced."), ImportAsync)
            with { TakesFile = true, MaxBody = LargestFile };

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, context, await context.Services.Account.Collections.CreateAsync(Owner(context), context.Input(ManagementInputJson.Api.CollectionInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) => Answer(200, context, await context.Services.Account.Collections.UpdateAsync(
        Owner(context), context.Get(CollectionId), context.Input(ManagementInputJson.Api.CollectionInput), context.Caller.Actor, cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.Collections.DeleteAsync(Owner(context), context.Get(CollectionId), cancellation);

    private static async Task<ApiResponse> ImportAsync(OperationContext context, CancellationToken cancellation)
    {
        using var text = context.File!.OpenText();
        var items = CollectionFile.Read(text, UploadedFile.Field);
        var collection = await context.Services.Account.Collections.ReplaceItemsAsync(Owner(context), context.Get(CollectionId), items, context.Caller.Actor, cancellation);
        return ApiResponse.Json(200, ImportBody.Of(collection, items.Count, context), ManagementJson.Api.ImportBody);
    }

    private static ApiResponse Get(OperationContext context, Configuration configuration) => ApiResponse.Json(
        200, CollectionBody.WithItems(configuration.RequireCollection(Owner(context), context.Get(CollectionId)), configuration), ManagementJson.Api.CollectionBody);

    private static Func<OperationContext, Configuration, ApiResponse> List(Func<OperationContext, Collection, bool> belongs) => (context, configuration) =>
    {
        if (Owner(context) is { } owner)
            configuration.RequireCampaign(owner.ApplicationId, owner.CampaignId);
        else if (context.Operation.Parameters.Contains(ManagementParameters.Application))
            configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return Page.Continued(
            context,
            configuration.Collections.Where(collection => belongs(context, collection) && (context.Get(Name) is not { } name || collection.Name == name)),
            collection => new(collection.Created, collection.Name),
            CollectionBody.From,
            ManagementJson.Api.CollectionBody);
    };

    private static ApiResponse ListItems(OperationContext context, Configuration configuration)
    {
        var id = context.Get(CollectionId);
        var collection = configuration.Collections.Find(id) ?? throw new NotFoundException($"There is no collection {id} here");
        return Page.Continued(context, configuration.CollectionItems.Find(collection.Id)?.Items ?? [], static (writer, item) =>
        {
            writer.WriteStartObject();
            writer.WriteString("item"u8, item);
            writer.WriteEndObject();
        });
    }

    private static CollectionOwner? Owner(OperationContext context) => context.Operation.Parameters.Contains(ManagementParameters.Campaign)
        ? new(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign))
        : null;

    private static ApiResponse Answer(int status, OperationContext context, Collection collection) => ApiResponse.Json(
        status, CollectionBody.WithItems(collection, context.Services.Account.Configurations.Current), ManagementJson.Api.CollectionBody);
}
