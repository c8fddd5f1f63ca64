using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

public sealed class AttributeSetupTests
{
    [Fact]
    public async Task A_created_attribute_is_known_from_then_on()
    {
        var world = await SetupWorld.CreateAsync();

        var attribute = await world.AttributeAsync(AttributeEntity.CustomerSession, "shippingCity");

        Assert.True(attribute.Id >= BuiltInAttributes.FirstCustomId);
        Assert.Same(attribute, world.Configuration.For(world.Application.Id).Attributes.Find(AttributeEntity.CustomerSession, "shippingCity"));
    }

    [Theory]
    [InlineData(AttributeEntity.CustomerSession, "shippingCity")]
    [InlineData(AttributeEntity.CustomerProfile, "Email")]
    public async Task A_name_is_taken_once_for_an_entity_by_built_in_attributes_too(AttributeEntity entity, string name)
    {
        var world = await SetupWorld.CreateAsync();
        await world.AttributeAsync(AttributeEntity.CustomerSession, "shippingCity");

        await Assert.ThrowsAsync<ConflictException>(() => world.AttributeAsync(entity, name));
        await world.AttributeAsync(AttributeEntity.Store, name);
    }

    [Fact]
    public async Task Every_problem_of_an_attribute_is_reported_at_once()
    {
        var world = await SetupWorld.CreateAsync();

        var problems = await SetupWorld.RefusedAsync(() => world.Setup.Attributes.CreateAsync(new()
        {
            Entity = AttributeEntity.Store,
            EventType = "talon_session_closed",
            Name = "x",
            Title = "x",
            Type = AttributeType.NumberList,
            Suggestions = ["1", "one"],
            SubscribedApplicationsIds = [world.Application.Id, 99],
        }));

        Assert.Equal(["/eventType Invalid", "/eventType Invalid", "/subscribedApplicationsIds/1 Unknown", "/suggestions/1 Invalid"], problems);
    }

    [Fact]
    public async Task An_event_attribute_brings_its_event_type_along()
    {
        var world = await SetupWorld.CreateAsync();

        await world.Setup.Attributes.CreateAsync(new() { Entity = AttributeEntity.Event, EventType = "viewed", Name = "page", Title = "page", Type = AttributeType.String });
        await world.Setup.Attributes.CreateAsync(new() { Entity = AttributeEntity.Event, EventType = "viewed", Name = "time", Title = "time", Type = AttributeType.Time });

        Assert.Equal("viewed", Assert.Single(world.Configuration.EventTypes).Name);
        Assert.Equal(["viewed"], world.Configuration.For(world.Application.Id).Vocabulary.EventTypes.Select(e => e.Name));
    }

    [Fact]
    public async Task Name_type_and_entity_never_change_and_built_in_attributes_not_at_all()
    {
        var world = await SetupWorld.CreateAsync();
        var attribute = await world.AttributeAsync(AttributeEntity.Store, "region");

        var problems = await SetupWorld.RefusedAsync(() => world.Setup.Attributes.UpdateAsync(attribute.Id, new()
        {
            Entity = AttributeEntity.Campaign,
            Name = "other",
            Title = "Region",
            Type = AttributeType.Number,
        }));
        var builtIn = BuiltInAttributes.All[0];
        var refused = await SetupWorld.RefusedAsync(() => world.Setup.Attributes.UpdateAsync(builtIn.Id, new()
        {
            Entity = builtIn.Entity,
            Name = builtIn.Name,
            Title = "other",
            Type = builtIn.Type,
        }));

        Assert.Equal(["/entity Invalid", "/name Invalid", "/type Invalid"], problems);
        Assert.Equal([" Invalid"], refused);
    }
}
