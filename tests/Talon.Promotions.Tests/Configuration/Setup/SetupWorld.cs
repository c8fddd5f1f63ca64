using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Talon.RuleEngine;

namespace Talon.Promotions.Tests;

/// <summary>An account over an in-memory store, with one Application.</summary>
internal sealed class SetupWorld
{
    public static readonly Actor Actor = new(1, "tester");

    private SetupWorld() => Setup = new(new(new(Tables, Random, Clock), new(Tables), Clock, Random));

    public TestTables Tables { get; } = new();

    public SeededRandomSource Random { get; } = new(1);

    public FakeTimeProvider Clock { get; } = new(Sample.Now);

    public AccountSetup Setup { get; }

    public Application Application { get; private set; } = null!;

    public Promotions.Configuration Configuration => Setup.Configurations.Current;

    public static ApplicationInput Shop { get; } = new() { Name = "shop", Timezone = "Europe/Berlin", Currency = "EUR" };

    public static CampaignInput Plain { get; } = new() { Name = "summer", Tags = [], Limits = [], Features = ["coupons"], State = CampaignState.Enabled };

    public static RulesetInput Rules(string condition = """["couponValid"]""", bool? activate = true) => new()
    {
        Rules = Sample.Json($$"""[{"title": "rule", "condition": {{condition}}, "effects": [["setDiscount", "10 off", 10]]}]"""),
        Bindings = Sample.Json("[]"),
        Activate = activate,
    };

    public static async Task<SetupWorld> CreateAsync(ApplicationInput? application = null)
    {
        var world = new SetupWorld();
        world.Application = await world.Setup.Applications.CreateAsync(application ?? Shop);
        return world;
    }

    public Task<Campaign> CampaignAsync(CampaignInput? input = null) => Setup.Campaigns.CreateAsync(Application.Id, input ?? Plain, Actor);

    public Task<EntityAttribute> AttributeAsync(AttributeEntity entity, string name, AttributeType type = AttributeType.String) =>
        Setup.Attributes.CreateAsync(new() { Entity = entity, Name = name, Title = name, Type = type });

    /// <summary>The problems of a refused call, as pointer and title.</summary>
    public static async Task<IReadOnlyList<string>> RefusedAsync(Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(call);
        return [.. refusal.Problems.Select(problem => $"{problem.Pointer} {problem.Title}")];
    }

    public static LimitConfig Limit(string action, decimal limit, string? period = null, params string[] entities) =>
        new() { Action = action, Limit = limit, Period = period, Entities = entities };

    public static JsonElement Json(string text) => Sample.Json(text);
}
