using System.Text.Json;
using System.Text.Json.Nodes;

namespace Talon.Cli.Tests;

public sealed class SetupCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talon-setup");

    private string Shop => Path.Combine(_folder.FullName, "shop");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_pulled_pushed_into_an_empty_store_and_pulled_again_is_the_same_files()
    {
        await using var source = await LocalServer.StartAsync(demo: true);
        await using var target = await LocalServer.StartAsync();
        var copy = Path.Combine(_folder.FullName, "copy");

        Assert.Equal(0, (await source.RunAsync("pull", Shop)).Exit);
        var (exit, output, error) = await target.RunAsync("push", Shop, "--yes");
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("+ campaign Any valid coupon\n", output);
        Assert.EndsWith("as version 2 of the configuration: 7 to create, 0 to change, 0 to delete.\n", output);
        Assert.Equal(0, (await target.RunAsync("pull", copy)).Exit);

        Assert.Equal(Read(Shop), Read(copy));
        Assert.Equal(0, (await target.RunAsync("diff", Shop, "--prune")).Exit);
    }

    [Fact]
    public async Task The_demo_store_is_such_a_folder()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);

        var written = Read(Shop);

        var kept = Read(Path.Combine(CampaignFiles.Root, "src", "Talon.Server", "Demo", "Store")).Where(file => !file.Key.StartsWith("tests", StringComparison.Ordinal)).ToDictionary();
        Assert.Equal(kept, written);
    }

    [Fact]
    public async Task A_push_shows_what_changes_and_asks_first()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);
        Edit("campaigns/any-valid-coupon.json", json => json["limits"] = JsonNode.Parse("""[{"action":"redeemCoupon","limit":5,"entities":[]}]"""));

        var diff = await server.RunAsync("diff", Shop);
        var no = await server.RunAsync(new StringReader("n\n"), "push", Shop);
        var nobody = await server.RunAsync("push", Shop);
        var yes = await server.RunAsync(new StringReader("y\n"), "push", Shop);
        var again = await server.RunAsync("push", Shop);

        Assert.Equal(1, diff.Exit);
        Assert.Contains("~ campaign Any valid coupon\n    /limits  nothing -> [{\"action\":\"redeemCoupon\",\"limit\":5,\"entities\":[]}]\n", diff.Output);
        Assert.Equal(1, no.Exit);
        Assert.EndsWith("Nothing was changed.\n", no.Output);
        Assert.EndsWith("0 to create, 1 to change, 0 to delete? [y/N] ", no.Error);
        Assert.Equal(2, nobody.Exit);
        Assert.Contains("--yes", nobody.Error);
        Assert.Equal(0, yes.Exit);
        Assert.Equal((0, "Nothing to change.\n"), (again.Exit, again.Output));
    }

    [Fact]
    public async Task Problems_name_the_file_and_the_place_in_it()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);
        var campaign = Path.Combine(Shop, "campaigns/free-delivery-in-seattle.json");
        File.WriteAllText(campaign, """
            {
              "name": "Free delivery in Seattle", // the rest is wrong
              "state": "enabled",
              "rules": [
                {
                  "title": "free",
                  "condition": ["couponValide"],
                  "effects": [
                    ["setDiscount", "x", true]
                  ]
                }
              ],
            }
            """);

        var (exit, _, error) = await server.RunAsync("push", Shop, "--yes");

        Assert.Equal(3, exit);
        Assert.Contains($"{campaign}:7 /rules/0/condition/0: ", error);
        Assert.Contains($"{campaign}:9 /rules/0/effects/0/2: ", error);
    }

    [Theory]
    [InlineData("limits", """[{"action":"setDiscount","limit":5,"perid":"daily","entities":[]}]""", "/limits/0/perid: \"perid\" is not known here")]
    [InlineData("limits", """[{"action":"setDiscont","limit":5,"entities":[]}]""", "/limits/0/action: Value of \"action\" (setDiscont) is not one of: redeemCoupon, ")]
    [InlineData("couponSettings", """{"validCharacters":["A"],"couponPattern":"###","prefix":"x"}""", "/couponSettings/prefix: \"prefix\" is not known here")]
    public async Task A_misspelt_member_is_told_at_whatever_depth(string member, string value, string problem)
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);
        Edit("campaigns/any-valid-coupon.json", json => json[member] = JsonNode.Parse(value));

        var (exit, _, error) = await server.RunAsync("push", Shop, "--yes");

        Assert.Equal(3, exit);
        Assert.Contains(problem, error);
    }

    [Fact]
    public async Task Files_keep_their_names()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);
        File.Move(Path.Combine(Shop, "campaigns/any-valid-coupon.json"), Path.Combine(Shop, "campaigns/coupons.json"));

        var (exit, output, _) = await server.RunAsync("pull", Shop);

        Assert.Equal(0, exit);
        Assert.EndsWith("; 0 changed.\n", output);
        Assert.False(File.Exists(Path.Combine(Shop, "campaigns/any-valid-coupon.json")));
    }

    [Theory]
    [InlineData("pull")]
    [InlineData("push", "--yes")]
    public async Task A_key_that_may_not_is_a_refusal(params string[] args)
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);
        using var client = server.Client();
        var key = await client.SendJsonAsync(HttpMethod.Post, "/v1/management_keys", """{"name":"k","expiryDate":"2099-01-01T00:00:00Z","endpoints":[{"path":"/v1/jobs","method":"GET"}]}""", TestContext.Current.CancellationToken);

        var (exit, _, error) = await server.RunAsync([.. args, Shop, "--key", key.GetProperty("key").GetString()!]);
        var elsewhere = await server.RunAsync([.. args, Shop, "--url", server.Url + "/elsewhere"]);

        Assert.Equal(3, exit);
        Assert.DoesNotContain(" at ", error);
        Assert.Equal((3, "There is no such path\n"), (elsewhere.Exit, elsewhere.Error));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await File.WriteAllTextAsync(Shop, "a file", TestContext.Current.CancellationToken);

        var (exit, _, error) = await server.RunAsync("pull", Shop);

        Assert.Equal(2, exit);
        Assert.Contains(Shop, error);
    }

    [Fact]
    public async Task A_deleted_file_deletes_with_prune_only()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);
        File.Delete(Path.Combine(Shop, "campaigns/free-delivery-in-seattle.json"));

        var kept = await server.RunAsync("push", Shop, "--yes");
        var pruned = await server.RunAsync("push", Shop, "--yes", "--prune", "--json");

        Assert.Contains("    campaign Free delivery in Seattle\n", kept.Output);
        Assert.EndsWith("Nothing to change.\n", kept.Output);
        var change = Assert.Single(JsonDocument.Parse(pruned.Output).RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal("delete", change.GetProperty("action").GetString());
    }

    [Fact]
    public async Task The_same_files_serve_another_application()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);

        Assert.Equal(0, (await server.RunAsync("push", Shop, "--yes", "--application", "Staging")).Exit);

        Assert.Equal(0, (await server.RunAsync("diff", Shop, "--application", "Staging")).Exit);
        var ambiguous = await server.RunAsync("pull", Path.Combine(_folder.FullName, "other"));
        Assert.Equal(2, ambiguous.Exit);
        Assert.Contains("\"Staging\"", ambiguous.Error);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_and_a_wrong_key_are_told_apart()
    {
        await using var server = await LocalServer.StartAsync();

        var nobody = await server.RunAsync("parked", "list", "--url", "http://127.0.0.1:1");
        var stranger = await server.RunAsync("parked", "list", "--key", "wrong");
        var empty = await server.RunAsync("parked", "list");

        Assert.Equal(4, nobody.Exit);
        Assert.Equal(3, stranger.Exit);
        Assert.Equal((0, "Nothing is set aside.\n"), (empty.Exit, empty.Output));
    }

    [Fact]
    public async Task A_file_that_is_no_json_or_not_of_a_set_up_is_named()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        await server.RunAsync("pull", Shop);

        File.WriteAllText(Path.Combine(Shop, "atributes.json"), "{}");
        var unknown = await server.RunAsync("diff", Shop);
        File.WriteAllText(Path.Combine(Shop, "atributes.json"), "{");
        var broken = await server.RunAsync("diff", Shop);

        File.WriteAllText(Path.Combine(Shop, "attributes.json"), "{\n\n  \"attributes\": [ }\n}");
        var both = await server.RunAsync("diff", Shop);

        Assert.Equal((2, 2, 2), (unknown.Exit, broken.Exit, both.Exit));
        Assert.Contains("atributes.json: It is none of a set-up's files", unknown.Error);
        Assert.Contains("atributes.json:1: ", broken.Error);
        Assert.Contains("atributes.json:1: ", both.Error);
        Assert.Contains("attributes.json:3: '}' is an invalid start of a value.\n", both.Error);
    }

    private void Edit(string file, Action<JsonObject> edit)
    {
        var path = Path.Combine(Shop, file);
        var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        edit(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    private static Dictionary<string, string> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText);
}
