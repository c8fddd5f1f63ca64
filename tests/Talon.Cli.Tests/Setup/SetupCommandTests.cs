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

        var written = Read(Shop).Where(file => !file.Key.StartsWith(".schemas", StringComparison.Ordinal)).ToDictionary();

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
        Assert.EndsWith("0 to create, 1 to change, 0 to delete? [y/N] Nothing was changed.\n", no.Output);
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
        Edit("campaigns/free-delivery-in-seattle.json", json => json["rules"]![0]!["condition"] = JsonNode.Parse("""["couponValide"]"""));

        var (exit, _, error) = await server.RunAsync("push", Shop, "--yes");

        Assert.Equal(3, exit);
        Assert.Contains($"{Path.Combine(Shop, "campaigns/free-delivery-in-seattle.json")} /rules/0/condition/0: ", error);
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

        Assert.Equal((2, 2), (unknown.Exit, broken.Exit));
        Assert.Contains("atributes.json: It is none of a set-up's files", unknown.Error);
        Assert.Contains("atributes.json: ", broken.Error);
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
