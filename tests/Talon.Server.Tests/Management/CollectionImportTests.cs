using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class CollectionImportTests
{
    private const string Form = "multipart/form-data; boundary=\"xyz\"";

    [Fact]
    public async Task An_uploaded_file_replaces_what_is_in_a_collection()
    {
        var world = await ManagementWorld.CreateAsync();
        var collection = $"/v1/collections/{ManagementWorld.Id(await world.PostAsync("/v1/collections", """{"name":"brands"}"""))}";
        await ImportAsync(world, collection, "item\nPuma\n");

        var import = await ImportAsync(world, collection, "item\r\nAdidas\r\n\"Nike, Inc. \"\"NKE\"\"\"\r\n\r\nAsics");

        Assert.Equal(3, import.GetProperty("amount").GetInt32());
        Assert.Equal(["Adidas", "Nike, Inc. \"NKE\"", "Asics"], await ItemsAsync(world, $"{collection}/items"));
        Assert.Equal(["Asics"], await ItemsAsync(world, $"{collection}/items?skip=2&pageSize=5"));
        Assert.Equal(3, (await world.GetAsync(collection)).GetProperty("payload").GetArrayLength());
    }

    [Fact]
    public async Task A_campaign_has_collections_of_its_own()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var campaign = await world.CampaignAsync(application);
        await world.PostAsync("/v1/collections", """{"name":"brands"}""");
        var collection = ManagementWorld.Id(await world.PostAsync($"{campaign}/collections", """{"name":"brands","description":"d"}"""));

        await ImportAsync(world, $"{campaign}/collections/{collection}", "item\nNike");

        Assert.Equal(["Nike"], await ItemsAsync(world, $"/v1/collections/{collection}/items"));
        Assert.Single((await world.GetAsync($"{application}/collections?withTotalResultSize=true")).GetProperty("data").EnumerateArray());
        Assert.Single((await world.GetAsync("/v1/collections")).GetProperty("data").EnumerateArray());
        await world.GetAsync($"/v1/collections/{collection}", 404);
        await world.PutAsync($"{campaign}/collections/{collection}", """{"description":"e"}""");
        await world.DeleteAsync($"{campaign}/collections/{collection}");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("sku\nNike", 1)]
    [InlineData("item,price\nNike,1", 2)]
    [InlineData("item\nNike,1\n\"\"\nPuma", 2)]
    [InlineData("item\n\"Nike", 1)]
    [InlineData("item\nNi\"ke", 1)]
    public async Task A_file_in_another_form_is_refused_and_changes_nothing(string file, int problems)
    {
        var world = await ManagementWorld.CreateAsync();
        var collection = $"/v1/collections/{ManagementWorld.Id(await world.PostAsync("/v1/collections", """{"name":"brands"}"""))}";
        await ImportAsync(world, collection, "item\nPuma");

        var refusal = await ImportAsync(world, collection, file, 400);

        Assert.Equal(problems, refusal.GetProperty("errors").GetArrayLength());
        Assert.Equal(["Puma"], await ItemsAsync(world, $"{collection}/items"));
    }

    [Theory]
    [InlineData("--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nitem\r\n--xyz--\r\n")]
    [InlineData("--abc\r\nContent-Disposition: form-data; name=\"upFile\"\r\n\r\nitem\r\n--abc--\r\n")]
    [InlineData("--xyz")]
    [InlineData("")]
    public async Task A_form_without_the_file_is_refused(string body)
    {
        var world = await ManagementWorld.CreateAsync();
        var id = ManagementWorld.Id(await world.PostAsync("/v1/collections", """{"name":"brands"}"""));

        await world.SendAsync("POST", $"/v1/collections/{id}/import", body, 400, Form);
        await world.SendAsync("POST", $"/v1/collections/{id}/import", body, 400, "multipart/form-data");
    }

    private static Task<JsonElement> ImportAsync(ManagementWorld world, string collection, string file, int expected = 200) => world.SendAsync(
        "POST",
        $"{collection}/import",
        $"--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--xyz\r\nContent-Disposition: form-data; name=\"upFile\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n{file}\r\n--xyz--\r\n",
        expected,
        Form);

    private static async Task<IEnumerable<string>> ItemsAsync(ManagementWorld world, string target) =>
        (await world.GetAsync(target)).GetProperty("data").EnumerateArray().Select(entry => entry.GetProperty("item").GetString()!).ToList();
}
