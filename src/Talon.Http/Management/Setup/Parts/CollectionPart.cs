using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Collections of the account in files, with what is in them.</summary>
internal sealed class CollectionPart : SetupPart
{
    private const string Items = "items";

    private static readonly Property ItemList = Property.Optional(Items, "What is in it.", new ArraySchema(new StringSchema { MinLength = 1, MaxLength = CollectionFile.MaxItemLength }) { MaxItems = CollectionSetup.MaxItems });

    private static readonly SetupPart<Collection, CollectionInput, CollectionBody> Settings = new(
        "collections",
        "collection",
        CollectionSchemas.New.ForFiles("SetupCollection", ["name"], ["subscribedApplicationsIds"], SetupSchemas.Restricted),
        () => ManagementInputJson.Api.CollectionInput,
        () => ManagementJson.Api.CollectionBody)
    {
        Subscriptions = "subscribedApplicationsIds",
        Entities = view => view.Configuration.Collections.Where(collection => collection.CampaignId is null),
        Body = (collection, _) => CollectionBody.From(collection),
        CreateAsync = (run, input, cancellation) => run.Account.Collections.CreateAsync(null, input, run.Actor, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Collections.UpdateAsync(null, id, input, run.Actor, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.Collections.DeleteAsync(null, id, cancellation),
    };

    private CollectionPart()
        : base(Settings.Member, Settings.Noun, Settings.Schema.With("SetupCollection", Settings.Schema.Description!, ItemList)) => IsFolder = true;

    public static SetupPart Part { get; } = new CollectionPart();

    /// <summary>A collection of a campaign in the campaign's file.</summary>
    public static ObjectSchema OfCampaign { get; } = CollectionSchemas.NewOfCampaign.ForFiles("SetupCampaignCollection", ["name"], [], ItemList);

    public override bool CanDelete => true;

    public override string NameOf(JsonElement json) => Settings.NameOf(json);

    public override IEnumerable<SetupEntity> Read(SetupView view) => Settings.Read(view).Select(entity =>
    {
        if (ItemsOf(view.Configuration, entity.Id) is { Count: > 0 } items)
            entity.Json[Items] = items;
        return entity;
    });

    public override async Task PutAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        await Settings.PutAsync(run, known, wanted, pointer, cancellation);
        var collection = run.View.Configuration.Collections.FirstOrDefault(other => other.CampaignId is null && other.Name == NameOf(wanted));
        if (collection is not null)
            await FillAsync(run, null, collection, wanted, pointer, cancellation);
    }

    public override Task DeleteAsync(SetupRun run, SetupEntity known, CancellationToken cancellation) => Settings.DeleteAsync(run, known, cancellation);

    /// <summary>The items of a collection.</summary>
    public static JsonArray ItemsOf(Configuration configuration, long id) => [.. (configuration.CollectionItems.Find(id)?.Items ?? []).Select(item => (JsonNode)item)];

    /// <summary>Replaces the items of a collection when they are to be others.</summary>
    public static async Task FillAsync(SetupRun run, CollectionOwner? owner, Collection collection, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        string[] items = wanted.TryGetProperty(Items, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
        var before = run.View.Configuration.CollectionItems.Find(collection.Id)?.Items ?? [];
        if (!before.SequenceEqual(items.Distinct()))
            await run.TryAsync(pointer, place => place, () => run.Account.Collections.ReplaceItemsAsync(owner, collection.Id, items, run.Actor, cancellation));
    }
}
