using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Server;

/// <summary>The clothing store of the tutorial.</summary>
internal static class DemoStore
{
    /// <summary>The coupon that any customer may use.</summary>
    public const string CouponCode = "xmas20";

    private const int UsageLimit = 999_999;
    private const int YearsOfKey = 10;

    private static readonly Actor Actor = new(1, "demo");

    private static readonly (AttributeEntity Entity, string Name, string Title)[] Attributes =
    [
        (AttributeEntity.CustomerSession, "shippingCity", "Shipping city"),
        (AttributeEntity.CustomerProfile, "MyAttribute", "My attribute"),
        (AttributeEntity.CartItem, "color", "Color"),
    ];

    /// <summary>Sets the store up, and returns the key of its Integration API.</summary>
    public static async Task<string> LoadAsync(AccountSetup account, CouponService coupons, DateTimeOffset now)
    {
        var application = await account.Applications.CreateAsync(new ApplicationInput { Name = "Clothing store", Timezone = "UTC", Currency = "EUR" });
        foreach (var (entity, name, title) in Attributes)
            await account.Attributes.CreateAsync(new AttributeInput { Entity = entity, Name = name, Title = title, Type = AttributeType.String, Description = title, Suggestions = [], Editable = true });
        foreach (var campaign in DemoCampaign.All)
            await CreateAsync(account, coupons, application, campaign, now);
        var key = await account.ApiKeys.CreateAsync(application.Id, new ApiKeyInput { Title = "Demo", Expires = now.AddYears(YearsOfKey) }, Actor);
        return key.Secret;
    }

    private static async Task CreateAsync(AccountSetup account, CouponService coupons, Application application, DemoCampaign demo, DateTimeOffset now)
    {
        var input = new CampaignInput { Name = demo.Name, State = CampaignState.Enabled, Features = demo.Feature is { } feature ? [feature] : [] };
        var campaign = await account.Campaigns.CreateAsync(application.Id, input, Actor);
        var ruleset = new RulesetInput { Rules = JsonElement.Parse(demo.Rules), Bindings = JsonElement.Parse("[]"u8), Activate = true };
        await account.Rulesets.CreateAsync(application.Id, campaign.Id, ruleset, Actor);
        if (demo == DemoCampaign.Coupon)
            await coupons.CreateAsync(application, campaign.Id, new NewCoupons { NumberOfCoupons = 1, CouponPattern = CouponCode, UsageLimit = UsageLimit }, now, CancellationToken.None);
    }
}
