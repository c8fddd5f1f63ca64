using System.Globalization;
using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Benchmarks;

/// <summary>The workload as the engine takes it.</summary>
internal static class EngineWorkload
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static ApplicationSettings Settings { get; } = new() { Id = 1 };

    public static Vocabulary Vocabulary { get; } = new() { Attributes = [new(AttributeEntity.CustomerSession, "ShippingCountry", AttributeType.String)] };

    public static CampaignDefinition[] Definitions(IEnumerable<BenchCampaign> campaigns) => [.. campaigns.Select(Definition)];

    public static CompiledCampaign[] Compile(IEnumerable<CampaignDefinition> campaigns) =>
        [.. campaigns.Select(campaign => CampaignCompiler.Compile(campaign, Vocabulary, Settings).Campaign!)];

    public static EngineSnapshot Snapshot(IEnumerable<BenchCampaign> campaigns) => EngineSnapshot.Create(Settings, [], Compile(Definitions(campaigns)));

    public static EvaluationFacts[] Facts(Workload workload)
    {
        var owners = workload.Campaigns.Where(campaign => campaign.Kind == CampaignKind.Coupon).ToDictionary(campaign => campaign.Word);
        return [.. workload.Carts.Select(cart => Facts(cart, cart.Code is null ? null : owners[cart.Code]))];
    }

    private static CampaignDefinition Definition(BenchCampaign campaign) => new()
    {
        Id = campaign.Id,
        Name = $"Campaign {campaign.Id}",
        EvaluationPosition = campaign.Id,
        Ruleset = new RulesetDefinition(campaign.Id, JsonSerializer.Deserialize<JsonElement>(Rules(campaign))),
    };

    private static string Rules(BenchCampaign campaign)
    {
        var amount = (campaign.Cents / 100m).ToString(CultureInfo.InvariantCulture);
        var (condition, effect) = campaign.Kind switch
        {
            CampaignKind.Category => (
                $"""["and", ["exists", [".", "Session", "CartItems"], [["Item"], ["=", [".", "Item", "Category"], "{campaign.Word}"]]]]""",
                $"""["setDiscountPerItem", "Campaign {campaign.Id}", {amount}, ["filter", [".", "Session", "CartItems"], [["Item"], ["=", [".", "Item", "Category"], "{campaign.Word}"]]]]"""),
            CampaignKind.Threshold => ($"""["and", [">=", [".", "Session", "Total"], {campaign.Threshold}]]""", Session(campaign.Id, amount)),
            CampaignKind.Attribute => ($"""["and", ["=", [".", "Session", "ShippingCountry"], "{campaign.Word}"]]""", Session(campaign.Id, amount)),
            _ => ("""["and", ["couponValid"]]""", Session(campaign.Id, amount)),
        };
        return $$"""[{"title": "Rule", "condition": {{condition}}, "effects": [{{effect}}]}]""";
    }

    private static string Session(int id, string amount) => $"""["setDiscount", "Campaign {id}", {amount}]""";

    private static EvaluationFacts Facts(BenchCart cart, BenchCampaign? owner) => new()
    {
        Now = Now,
        Session = new SessionFacts
        {
            IntegrationId = "session",
            Items = [.. cart.Lines.Select((line, position) => new CartItemFacts { Position = position, Sku = line.Sku, Category = line.Category, Price = line.Euros, Quantity = line.Quantity })],
            Attributes = new Dictionary<string, Value> { ["ShippingCountry"] = Value.Of(cart.Country) },
        },
        Profile = new ProfileFacts { Id = 1, IntegrationId = "customer" },
        Coupons = owner is null ? [] : [new CouponFacts(owner.Word, new CouponState { Id = owner.Id, CampaignId = owner.Id, Value = owner.Word })],
    };
}
