using Talon.Http;
using Talon.Promotions;

namespace Talon.Server;

/// <summary>The clothing store of the tutorial. Its set-up is the folder <c>Store</c>, as <c>talon pull</c> writes it.</summary>
internal static class DemoStore
{
    /// <summary>The coupon that any customer may use.</summary>
    public const string CouponCode = "xmas20";

    private const string Folder = "Demo/";
    private const string CouponCampaign = "Any valid coupon";
    private const int UsageLimit = 999_999;
    private const int YearsOfKey = 10;

    private static readonly Actor Actor = new(1, "demo");

    /// <summary>Sets the store up, and returns the key of its Integration API.</summary>
    public static async Task<string> LoadAsync(AccountSetup account, CouponService coupons, DateTimeOffset now)
    {
        var id = await SetupDocument.CreateAsync(account, Actor, SetupFiles.Join(Files()).Document);
        var configuration = account.Configurations.Current;
        var campaign = configuration.Campaigns.First(campaign => campaign.Name == CouponCampaign);
        await coupons.CreateAsync(
            configuration.RequireApplication(id),
            campaign.Id,
            new NewCoupons { NumberOfCoupons = 1, CouponPattern = CouponCode, UsageLimit = UsageLimit },
            now,
            CancellationToken.None);
        var key = await account.ApiKeys.CreateAsync(id, new ApiKeyInput { Title = "Demo", Expires = now.AddYears(YearsOfKey) }, Actor);
        return key.Secret;
    }

    /// <summary>The files of the folder, by their paths.</summary>
    internal static Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>();
        var assembly = typeof(DemoStore).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files[name[Folder.Length..]] = text.ReadToEnd();
        }

        return files;
    }
}
