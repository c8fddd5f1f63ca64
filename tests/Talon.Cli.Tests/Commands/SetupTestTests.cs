using System.Text.Json.Nodes;

namespace Talon.Cli.Tests;

/// <summary>Campaign tests beside a folder that was pulled.</summary>
public sealed class SetupTestTests : IDisposable
{
    private const string Setup = """
        {"application":{"name":"Shop","timezone":"Europe/Berlin","currency":"EUR","enablePartialDiscounts":true},
         "attributes":[{"entity":"CartItem","name":"weightClass","title":"Weight","type":"number"}],
         "loyaltyPrograms":[{"name":"stars","title":"Stars","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":false,"sandbox":true,"timezone":"UTC"}],
         "evaluationGroups":[{"name":"best","evaluationMode":"highestDiscount"}],
         "collections":[{"name":"shoes","items":["boot"]}],
         "campaigns":[
           {"name":"Shoes","state":"enabled","evaluationGroup":"best","limits":[{"action":"setDiscount","limit":100,"period":"daily","entities":[]}],
            "collections":[{"name":"own","items":["clog"]}],"valueMaps":[{"name":"off","entries":{"boot":30}}],
            "rules":[{"title":"r","condition":["and",["inCollection","boot","shoes"],["inCollection","clog","own"]],"effects":[["setDiscount","shoes",["mapValue","off","boot"]]]}]},
           {"name":"Less","state":"enabled","evaluationGroup":"best","rules":[{"title":"r","condition":["and"],"effects":[["setDiscount","less",5]]}]},
           {"name":"Points","state":"disabled","rules":[{"title":"r","condition":["and"],"effects":[["addLoyaltyPoints","stars","",7,"points"]]}]}]}
        """;

    private const string Facts = """ "facts": { "session": { "cartItems": [{ "sku": "boot", "price": 80, "attributes": { "weightClass": 2 } }] } } """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talon-setup-test");

    private string Shop => Path.Combine(_folder.FullName, "shop");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_demo_store_is_tested()
    {
        var (exit, output, error) = CommandLine.Run("test", Path.Combine(CampaignFiles.Root, "src", "Talon.Server", "Demo", "Store"));

        Assert.Equal((0, ""), (exit, error));
        Assert.EndsWith("6 passed, 0 failed\n", output);
    }

    [Fact]
    public async Task A_pulled_folder_is_tested_without_repeating_its_campaigns()
    {
        await PullAsync();
        Write("shoes.json", $$"""
            {{{Facts}}, "cases": [
              { "name": "the best one wins", "expect": { "effects": [{ "setDiscount": { "name": "shoes", "value": 30, "desiredValue": 30 }, "campaign": "Shoes", "group": "best" }] } },
              { "name": "what is left of the day's budget", "facts": { "limits": [{ "campaign": "Shoes", "action": "setDiscount", "period": "daily", "used": 90 }] },
                "expect": { "effects": [{ "setDiscount": { "name": "shoes", "value": 10, "desiredValue": 30 } }] } },
              { "name": "a disabled one when it is named", "facts": { "profile": { "integrationId": "ann" } }, "options": { "campaigns": ["Points"] }, "expect": { "triggered": ["Points"] } },
              { "name": "settings are merged", "settings": { "partialDiscounts": false }, "facts": { "limits": [{ "campaign": "Shoes", "action": "setDiscount", "period": "daily", "used": 90 }] },
                "expect": { "triggered": ["Less"] } }
            ]}
            """);

        var folder = CommandLine.Run("test", Shop);
        var file = CommandLine.Run("test", Path.Combine(Shop, "tests", "shoes.json"), "--json");

        Assert.True(folder.Exit == 0, folder.Output + folder.Error);
        Assert.EndsWith("4 passed, 0 failed\n", folder.Output);
        Assert.Equal(4, JsonNode.Parse(file.Output)!["passed"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_a_campaign_s_file_says_is_what_is_tested()
    {
        await PullAsync();
        Write("less.json", $$"""{{{Facts}}, "cases": [{ "name": "less", "options": { "campaigns": ["Less"] }, "expect": { "effects": [{ "setDiscount": { "name": "less", "value": 5, "desiredValue": 5 } }] } }]}""");
        Assert.Equal(0, CommandLine.Run("test", Shop).Exit);
        var campaign = Path.Combine(Shop, "campaigns", "less.json");

        File.WriteAllText(campaign, File.ReadAllText(campaign).Replace("\"less\", 5", "\"less\", 6", StringComparison.Ordinal));
        var changed = CommandLine.Run("test", Shop);
        File.WriteAllText(campaign, File.ReadAllText(campaign).Replace("\"state\"", "\"stat\"", StringComparison.Ordinal));
        var wrong = CommandLine.Run("test", Shop);

        Assert.Equal(1, changed.Exit);
        Assert.Contains("expected 5\n       found    6\n", changed.Output);
        Assert.Equal(2, wrong.Exit);
        Assert.Contains(Path.Combine("campaigns", "less.json"), wrong.Error);
    }

    [Fact]
    public async Task A_limit_that_no_campaign_has_and_a_folder_without_tests_are_told()
    {
        await PullAsync();
        var without = CommandLine.Run("test", Shop);
        Write("limit.json", $$"""{{{Facts}}, "cases": [{ "name": "x", "facts": { "limits": [{ "campaign": "Less", "action": "setDiscount", "used": 1 }] }, "expect": {} }]}""");
        var limit = CommandLine.Run("test", Shop);

        Assert.Equal((2, 2), (without.Exit, limit.Exit));
        Assert.Contains("folder tests", without.Error);
        Assert.Contains("\"Less\" has no such limit on setDiscount", limit.Error);
    }

    private async Task PullAsync()
    {
        await using var server = await LocalServer.StartAsync();
        using (var client = server.Client())
            await client.SendJsonAsync(HttpMethod.Post, "/v1/setup", Setup, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await server.RunAsync("pull", Shop)).Exit);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(Shop, "tests"));
        File.WriteAllText(Path.Combine(Shop, "tests", name), text);
    }
}
