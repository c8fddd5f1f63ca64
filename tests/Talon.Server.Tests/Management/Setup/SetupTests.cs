using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Http;
using Talon.Storage;

namespace Talon.Server.Tests;

public sealed class SetupTests
{
    [Fact]
    public async Task A_set_up_read_from_one_account_and_applied_to_another_reads_the_same()
    {
        var world = await ManagementWorld.CreateAsync();
        var setup = await FullShop.SetupAsync(world, await FullShop.CreateAsync(world));
        var empty = await ManagementWorld.CreateAsync();

        var answer = await empty.PostAsync("/v1/setup", setup, 200);

        Assert.Equal(setup, await FullShop.SetupAsync(empty, $"/v1/applications/{answer.GetProperty("applicationId")}"));
        Assert.Contains("""["storeIs","b1"]""", setup, StringComparison.Ordinal);
        Assert.Contains("""["inCollection","boot","Shoes: more"]""", setup, StringComparison.Ordinal);
        Assert.Contains("""["createCoupon","summer"]""", setup, StringComparison.Ordinal);
        Assert.DoesNotMatch("Id\":[0-9]", setup);
    }

    [Fact]
    public async Task Applying_what_is_there_changes_nothing()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await FullShop.CreateAsync(world);
        var version = world.Account.Configurations.Current.Version;

        var answer = await world.PutAsync(application + "/setup", await FullShop.SetupAsync(world, application));

        Assert.Equal(0, answer.GetProperty("changes").GetArrayLength());
        Assert.Equal(version, world.Account.Configurations.Current.Version);
    }

    [Fact]
    public async Task A_change_is_one_version_and_the_dry_request_shows_it_first()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await FullShop.CreateAsync(world);
        var document = JsonNode.Parse(await FullShop.SetupAsync(world, application))!;
        var winter = document["campaigns"]!.AsArray().First(campaign => (string?)campaign!["name"] != "summer")!;
        winter["limits"]![0]!["limit"] = 7;
        winter["rules"]![0]!["title"] = "nearly all of it";
        document["campaigns"]!.AsArray().Add(JsonNode.Parse("""{"name":"Spring","state":"disabled"}"""));
        var version = world.Account.Configurations.Current.Version;

        var dry = await world.PutAsync(application + "/setup?dry=true", document.ToJsonString());
        Assert.Equal(version, world.Account.Configurations.Current.Version);
        var wet = await world.PutAsync($"{application}/setup?plan={dry.GetProperty("plan").GetString()}", document.ToJsonString());

        Assert.Equal(version + 1, world.Account.Configurations.Current.Version);
        Assert.Equal(dry.GetProperty("changes").GetRawText(), wet.GetProperty("changes").GetRawText());
        Assert.Equal(["create Spring", "update Winter: 20 % off!"], Changes(wet));
        Assert.Equal(["/limits/0/limit", "/rules/0/title"], wet.GetProperty("changes")[1].GetProperty("differences").EnumerateArray().Select(difference => difference.GetProperty("pointer").GetString()));
        Assert.Empty(Changes(await world.PutAsync(application + "/setup?dry=true", document.ToJsonString())));
    }

    [Fact]
    public async Task A_plan_that_is_no_longer_what_would_change_is_refused()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var setup = """{"application":{"name":"shop","timezone":"Europe/Berlin","currency":"EUR"},"campaigns":[{"name":"a","state":"disabled"}]}""";
        var plan = (await world.PutAsync(application + "/setup?dry=true", setup)).GetProperty("plan").GetString();
        await world.PutAsync(application, """{"name":"shop","timezone":"UTC","currency":"EUR"}""");

        await world.PutAsync($"{application}/setup?plan={plan}", setup, 409);
    }

    [Fact]
    public async Task What_is_not_in_the_set_up_stays_unless_it_is_asked_for()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await FullShop.CreateAsync(world);
        var document = JsonNode.Parse(await FullShop.SetupAsync(world, application))!;
        document["campaigns"] = new JsonArray();
        document["stores"] = new JsonArray();
        document["evaluationGroups"] = new JsonArray();
        document["attributes"] = new JsonArray();

        var kept = await world.PutAsync(application + "/setup", document.ToJsonString());
        var pruned = await world.PutAsync(application + "/setup?prune=true", document.ToJsonString());

        Assert.Equal(0, kept.GetProperty("changes").GetArrayLength());
        Assert.Contains("campaign summer", Extra(kept));
        Assert.Equal(["delete b1", "delete best", "delete seasonal", "delete Winter: 20 % off!", "delete summer", "delete Ten"], Changes(pruned));
        Assert.Equal(["attribute Campaign.owner", "attribute CartItem.colour", "attribute Event.survey.score", "attribute Store.size"], Extra(pruned));
    }

    [Fact]
    public async Task Every_problem_is_reported_at_once_and_nothing_is_stored()
    {
        var world = await ManagementWorld.CreateAsync();
        var version = world.Account.Configurations.Current.Version;

        var refusal = await world.PostAsync(
            "/v1/setup",
            """
            {"application":{"name":"shop","timezone":"Europe/Nowhere","currency":"EUR","defaultEvaluationGroup":"none"},
             "stores":[{"name":"a","integrationId":"a","attributes":{"size":1}}],
             "campaigns":[{"name":"a","state":"enabled","linkedStores":["b"]},{"name":"b","state":"enabled","evaluationGroup":"none"},
               {"name":"c","state":"enabled","limits":[{"action":"nonsense","limit":1,"entities":[]}]},
               {"name":"d","state":"enabled","rules":[{"title":"t","condition":["couponValide"],"effects":[]}]},{"name":"d","state":"enabled"}]}
            """,
            400);
        Assert.Equal(["/application/timezone Invalid"], ManagementWorld.Problems(refusal));

        refusal = await world.PostAsync(
            "/v1/setup",
            """
            {"application":{"name":"shop","timezone":"Europe/Berlin","currency":"EUR","defaultEvaluationGroup":"none"},
             "stores":[{"name":"a","integrationId":"a","attributes":{"size":1}}],
             "campaigns":[{"name":"a","state":"enabled","linkedStores":["b"]},{"name":"b","state":"enabled","evaluationGroup":"none"},
               {"name":"c","state":"enabled","limits":[{"action":"nonsense","limit":1,"entities":[]}]},
               {"name":"d","state":"enabled","rules":[{"title":"t","condition":["couponValide"],"effects":[]}]},{"name":"d","state":"enabled"}]}
            """,
            400);

        Assert.Equal(
            [
                "/stores/0/attributes/size Unknown",
                "/application/defaultEvaluationGroup Unknown",
                "/campaigns/0/linkedStores/0 Unknown",
                "/campaigns/1/evaluationGroup Unknown",
                "/campaigns/2/limits/0/action enum",
                "/campaigns/4 Invalid",
                "/campaigns/3/rules/0/condition/0 Invalid ruleset",
            ],
            ManagementWorld.Problems(refusal));
        Assert.Equal(version, world.Account.Configurations.Current.Version);
    }

    [Fact]
    public async Task Members_that_are_not_known_are_refused()
    {
        var world = await ManagementWorld.CreateAsync();

        var refusal = await world.PostAsync("/v1/setup", """{"application":{"name":"shop","timezone":"UTC","currency":"EUR","limit":1},"campaings":[],"campaigns":[{"name":"a","stat":"enabled"}]}""", 400);

        Assert.Equal(["/application/limit Unknown", "/campaigns/0/state required", "/campaigns/0/stat Unknown", "/campaings Unknown"], ManagementWorld.Problems(refusal));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(8, false)]
    [InlineData(8, true)]
    [InlineData(15, false)]
    [InlineData(15, true)]
    [InlineData(40, true)]
    public async Task A_set_up_is_applied_whole_or_not_at_all_also_when_the_process_dies(int write, bool written)
    {
        var source = await ManagementWorld.CreateAsync();
        var setup = await FullShop.SetupAsync(source, await FullShop.CreateAsync(source));
        var store = new MemoryStore(TimeProvider.System);
        await ManagementWorld.CreateAsync(store);
        var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), TimeProvider.System);
        var doomed = ManagementWorld.Open(faults.Tables(store));
        await doomed.TryAsync("POST", "/v1/setup", setup);

        var restarted = ManagementWorld.Open(store);
        var applications = (await restarted.GetAsync("/v1/applications")).GetProperty("data");

        if (applications.GetArrayLength() > 0)
            Assert.Equal(setup, await FullShop.SetupAsync(restarted, $"/v1/applications/{ManagementWorld.Id(applications[0])}"));
        else
            Assert.True(faults.Crashed);
        Assert.True(faults.Crashed || applications.GetArrayLength() == 1);
        Assert.Equal(applications.GetArrayLength() == 0, restarted.Account.Configurations.Current.Attributes.Count == 0);
    }

    [Fact]
    public async Task Files_hold_the_whole_document()
    {
        var world = await ManagementWorld.CreateAsync();
        var setup = await world.GetAsync(await FullShop.CreateAsync(world) + "/setup");

        var files = SetupFiles.Split(setup);
        var joined = SetupFiles.Join(files);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(setup.GetRawText()), Sorted(joined.Document)), joined.Document.ToJsonString());
        Assert.Contains("campaigns/winter-20-off.json", files.Keys);
        Assert.Contains("collections/shoes-more.json", files.Keys);
        Assert.Equal(("campaigns/winter-20-off.json", "/rules/0/title"), joined.Locate("/campaigns/1/rules/0/title"));
        Assert.Equal(("stores.json", "/stores/0/name"), joined.Locate("/stores/0/name"));
        Assert.All(files.Keys, path => Assert.True(SetupFiles.Owns(path)));
        Assert.Contains("""["storeIs", "b1"]""", files["campaigns/winter-20-off.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_named_so_that_every_file_system_takes_them()
    {
        string[] names = ["CON", "con", "Größe / Ärger", "GRÖSSE / ÄRGER", "日本語キャンペーン", "हिन्दी", "e\u0301te\u0301", "..", "🎉", "a\\b:c*?", new('x', 255), new('語', 255)];
        var document = JsonSerializer.SerializeToElement(new { application = new { name = "shop" }, campaigns = names.Select(name => new { name }) });

        var files = SetupFiles.Split(document);

        Assert.Equal(
            ["a-b-c", "con_", "con_-2", "ete", "grösse-ärger", "größe-ärger", "unnamed", "unnamed-2", new string('x', 80), "हिन्दी", "日本語キャンペーン", new string('語', 66)],
            files.Keys.Where(path => path != "application.json").Select(path => path["campaigns/".Length..^".json".Length]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_a_file_keeps_it()
    {
        var document = JsonSerializer.SerializeToElement(new { application = new { name = "shop" }, campaigns = new[] { new { name = "SALE" }, new { name = "Sale" } } });
        var before = new Dictionary<string, string> { ["campaigns/sale.json"] = """{"name":"Sale"}""", ["campaigns/broken.json"] = "{" };

        var files = SetupFiles.Split(document, before);

        Assert.Contains("\"Sale\"", files["campaigns/sale.json"]);
        Assert.Contains("\"SALE\"", files["campaigns/sale-2.json"]);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("/a", 2)]
    [InlineData("/a/1/b~1c", 5)]
    [InlineData("/a/1/missing", 4)]
    [InlineData("/a/7", 2)]
    [InlineData("/z/x", 7)]
    [InlineData("/nothing", 1)]
    public void A_pointer_leads_to_a_line(string pointer, int line) => Assert.Equal(line, JsonLines.Find("""
        {
          "a": [
            { "b/c": 0 }, // one
            {
              "b/c": [1, {}] },
          ],
          "z": "ü"
        }
        """, pointer));

    /// <summary>Files come in the order of their paths, the document in that of names.</summary>
    private static JsonObject Sorted(JsonObject document)
    {
        foreach (var member in new[] { "campaigns", "collections" })
        {
            var sorted = document[member]!.AsArray().OrderBy(element => (string?)element!["name"], StringComparer.Ordinal).Select(element => element!.DeepClone()).ToArray();
            document[member] = new JsonArray(sorted);
        }

        return document;
    }

    private static IEnumerable<string> Changes(JsonElement answer) =>
        answer.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("action").GetString()} {change.GetProperty("name").GetString()}");

    private static List<string> Extra(JsonElement answer) =>
        [.. answer.GetProperty("extra").EnumerateArray().Select(extra => $"{extra.GetProperty("kind").GetString()} {extra.GetProperty("name").GetString()}")];
}
