using System.Text.RegularExpressions;

namespace Talon.Cli.Tests;

/// <summary>A server with something of each kind to import into, and a folder for the files.</summary>
internal sealed partial class ImportFolder(LocalServer server) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talon-import");

    public LocalServer Server => server;

    /// <summary>A key of the Integration API.</summary>
    public string ApiKey => DemoKey().Match(server.Printed).Groups[1].Value;

    public static async Task<ImportFolder> OpenAsync()
    {
        var server = await LocalServer.StartAsync(demo: true);
        using var client = server.Client();
        foreach (var (path, body) in new[]
        {
            ("/v1/giveaways/pools", """{"name":"Gift cards","sandbox":true}"""),
            ("/v1/collections", """{"name":"Shoes"}"""),
            ("/v1/loyalty_programs", """{"name":"Stars","title":"Stars","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"UTC"}"""),
        })
            await client.SendJsonAsync(HttpMethod.Post, path, body, TestContext.Current.CancellationToken);
        var folder = new ImportFolder(server);
        using var integration = new TalonClient(new Uri(server.Url), TalonClient.IntegrationScheme, folder.ApiKey);
        await integration.SendJsonAsync(HttpMethod.Post, "/v2/audiences", """{"name":"Travellers"}""", TestContext.Current.CancellationToken);
        return folder;
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Where the records of a kind go.</summary>
    public static Task<IImportTarget> TargetAsync(TalonClient client, TalonClient integration, string kind) => ImportTargets.FindAsync(
        kind, new ImportPlace(null, "Any valid coupon", Into(kind), null), client, () => integration, TestContext.Current.CancellationToken);

    /// <summary>Runs an import of a kind.</summary>
    public Task<(int Exit, string Output, string Error)> ImportAsync(string kind, string file, params string[] more) =>
        server.RunAsync(["import", kind, file, .. kind is "coupons" or "referrals" ? ["--campaign", "Any valid coupon"] : Into(kind) is { } into ? new[] { "--into", into } : [], "--api-key", ApiKey, .. more]);

    /// <summary>How many of a kind there are in the server: entries, or points for balances and ledgers.</summary>
    public async Task<decimal> CountAsync(string kind)
    {
        using var client = server.Client();
        var cancellation = TestContext.Current.CancellationToken;
        switch (kind)
        {
            case "coupons" or "referrals":
                return (await client.ListAsync($"/v1/applications/1/campaigns/{await CampaignAsync(client)}/{kind}/no_total", cancellation)).Count;
            case "collection":
                return (await client.ListAsync("/v1/collections/1/items", cancellation)).Count;
            case "audience":
                return (await client.ListAsync("/v1/audiences/1/memberships", cancellation)).Count;
            default:
                var points = 0m;
                for (var i = 0; i < 5; i++)
                    points += (await client.GetAsync($"/v1/loyalty_programs/1/profile/c{i}/ledger_balances", cancellation)).GetProperty("balance").GetProperty("activePoints").GetDecimal();
                return points;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<long> CampaignAsync(TalonClient client) =>
        (await client.ListAsync("/v1/applications/1/campaigns", TestContext.Current.CancellationToken)).First(campaign => campaign.GetProperty("name").GetString() == "Any valid coupon").GetProperty("id").GetInt64();

    private static string? Into(string kind) => kind switch
    {
        "giveaways" => "Gift cards",
        "collection" => "Shoes",
        "audience" => "Travellers",
        "balances" or "ledgers" => "Stars",
        _ => null,
    };

    [GeneratedRegex(@"Integration API key, shown this once: (\S+)")]
    private static partial Regex DemoKey();
}
