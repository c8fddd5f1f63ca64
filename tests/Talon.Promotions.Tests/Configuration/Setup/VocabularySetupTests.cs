using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>Additional costs, event types, stores, collections, custom effects, value maps.</summary>
public sealed class VocabularySetupTests
{
    private static readonly CustomEffectInput Effect = new()
    {
        Name = "print",
        Title = "Print",
        Payload = """{"text": "${text}", "copies": ${copies}}""",
        Enabled = true,
        Params = [new() { Type = "string", Title = "text" }, new() { Type = "number", Title = "Copies", Key = "copies" }],
    };

    [Fact]
    public async Task Additional_costs_have_unique_names_that_never_change()
    {
        var world = await SetupWorld.CreateAsync();
        var cost = await world.Setup.AdditionalCosts.CreateAsync(new() { Name = "shipping", Title = "Shipping" });

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.AdditionalCosts.CreateAsync(new() { Name = "shipping", Title = "Other" }));
        Assert.Equal(["/name Invalid"], await SetupWorld.RefusedAsync(() => world.Setup.AdditionalCosts.UpdateAsync(cost.Id, new() { Name = "other", Title = "Shipping" })));
        await world.Setup.AdditionalCosts.UpdateAsync(cost.Id, new() { Name = "shipping", Title = "Shipping", Type = AdditionalCostScope.Both });

        Assert.True(world.Configuration.For(world.Application.Id).Vocabulary.AdditionalCosts.Single().OnItem);
    }

    [Fact]
    public async Task Event_types_have_unique_names_that_are_not_built_in()
    {
        var world = await SetupWorld.CreateAsync();
        await world.Setup.EventTypes.CreateAsync(new("Viewed", "viewed"));

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.EventTypes.CreateAsync(new("Viewed", "viewed")));
        Assert.Equal(["/name Invalid"], await SetupWorld.RefusedAsync(() => world.Setup.EventTypes.CreateAsync(new("x", "talon_profile_created"))));
    }

    [Fact]
    public async Task A_store_has_an_integration_id_of_its_own_in_its_application()
    {
        var world = await SetupWorld.CreateAsync();
        var other = await world.Setup.Applications.CreateAsync(SetupWorld.Shop);
        await world.AttributeAsync(AttributeEntity.Store, "region");
        var store = await world.Setup.Stores.CreateAsync(world.Application.Id, new() { Name = "Mitte", IntegrationId = "b1", Attributes = SetupWorld.Json("""{"region": "east"}""") });

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.Stores.CreateAsync(world.Application.Id, new() { Name = "x", IntegrationId = "b1" }));
        await world.Setup.Stores.CreateAsync(other.Id, new() { Name = "x", IntegrationId = "b1" });
        Assert.Equal(["/integrationId required"], await SetupWorld.RefusedAsync(() => world.Setup.Stores.CreateAsync(other.Id, new() { Name = "x" })));
        Assert.Equal(["/integrationId Invalid"], await SetupWorld.RefusedAsync(() => world.Setup.Stores.UpdateAsync(world.Application.Id, store.Id, new() { Name = "x", IntegrationId = "b2" })));

        Assert.Equal("east", world.Configuration.For(world.Application.Id).FindStore("b1")!.Attributes["region"].String);
    }

    [Fact]
    public async Task A_deleted_store_is_unlinked_but_never_makes_a_campaign_run_everywhere()
    {
        var world = await SetupWorld.CreateAsync();
        var (a, b) = (await StoreAsync(world, "a"), await StoreAsync(world, "b"));
        var campaign = await world.CampaignAsync(SetupWorld.Plain with { LinkedStoreIds = [a.Id, b.Id] });

        await world.Setup.Stores.DeleteAsync(world.Application.Id, a.Id);

        Assert.Equal([b.Id], world.Configuration.Campaigns.Find(campaign.Id)!.LinkedStoreIds);
        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.Stores.DeleteAsync(world.Application.Id, b.Id));
    }

    [Fact]
    public async Task Collections_have_unique_names_in_the_account_and_in_each_campaign()
    {
        var world = await SetupWorld.CreateAsync();
        var campaign = await world.CampaignAsync();
        var owner = new CollectionOwner(world.Application.Id, campaign.Id);
        await world.Setup.Collections.CreateAsync(null, new() { Name = "brands" }, SetupWorld.Actor);
        var own = await world.Setup.Collections.CreateAsync(owner, new() { Name = "brands" }, SetupWorld.Actor);

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.Collections.CreateAsync(null, new() { Name = "brands" }, SetupWorld.Actor));
        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.Collections.CreateAsync(owner, new() { Name = "brands" }, SetupWorld.Actor));
        await Assert.ThrowsAsync<NotFoundException>(() => world.Setup.Collections.DeleteAsync(null, own.Id));
    }

    [Fact]
    public async Task An_import_replaces_what_is_in_a_collection()
    {
        var world = await SetupWorld.CreateAsync();
        var collection = await world.Setup.Collections.CreateAsync(null, new() { Name = "brands" }, SetupWorld.Actor);
        await world.Setup.Collections.ReplaceItemsAsync(null, collection.Id, ["Nike", "Puma"], SetupWorld.Actor);

        await world.Setup.Collections.ReplaceItemsAsync(null, collection.Id, ["Asics", "Nike", "Asics"], SetupWorld.Actor);

        Assert.Equal(["Asics", "Nike"], world.Configuration.CollectionItems.Find(collection.Id)!.Items);
        Assert.Equal(["Asics", "Nike"], world.Configuration.For(world.Application.Id).Vocabulary.Collections.Single().Items.Order());
        await Assert.ThrowsAsync<InvalidRequestException>(() => world.Setup.Collections.ReplaceItemsAsync(
            null, collection.Id, [.. Enumerable.Range(0, CollectionSetup.MaxItems + 1).Select(i => $"{i}")], SetupWorld.Actor));
    }

    [Fact]
    public async Task A_custom_effect_has_a_payload_that_its_parameters_fill()
    {
        var world = await SetupWorld.CreateAsync();
        await world.Setup.CustomEffects.CreateAsync(Effect, SetupWorld.Actor);

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.CustomEffects.CreateAsync(Effect, SetupWorld.Actor));
        Assert.Equal(
            ["/payload Unknown", "/payload Invalid"],
            await SetupWorld.RefusedAsync(() => world.Setup.CustomEffects.CreateAsync(Effect with { Name = "x", Payload = "{${other}" }, SetupWorld.Actor)));

        Assert.Equal(["text", "copies"], world.Configuration.For(world.Application.Id).Vocabulary.CustomEffects.Single().Parameters);
    }

    [Fact]
    public async Task A_value_map_has_a_unique_name_in_its_application()
    {
        var world = await SetupWorld.CreateAsync();
        var (one, two) = (await world.CampaignAsync(), await world.CampaignAsync());
        var input = new ValueMapInput("prices", new Dictionary<string, decimal> { ["sku"] = 1.50m });
        var map = await world.Setup.ValueMaps.CreateAsync(world.Application.Id, one.Id, input, SetupWorld.Actor);

        await Assert.ThrowsAsync<ConflictException>(() => world.Setup.ValueMaps.CreateAsync(world.Application.Id, two.Id, input, SetupWorld.Actor));
        await world.Setup.ValueMaps.UpdateAsync(world.Application.Id, one.Id, map.Id, input with { Entries = new Dictionary<string, decimal> { ["sku"] = 2 } });

        Assert.Equal(2, world.Configuration.For(world.Application.Id).Vocabulary.ValueMaps.Single().Entries["sku"]);
    }

    private static Task<Store> StoreAsync(SetupWorld world, string id) => world.Setup.Stores.CreateAsync(world.Application.Id, new() { Name = id, IntegrationId = id });
}
