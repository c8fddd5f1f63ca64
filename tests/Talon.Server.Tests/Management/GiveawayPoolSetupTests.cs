using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class GiveawayPoolSetupTests
{
    private const string Pools = "/v1/giveaways/pools";

    [Fact]
    public async Task A_pool_is_created_changed_and_filled()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.PostAsync("/v1/attributes", """{"entity":"Giveaway","name":"provider","title":"Provider","type":"string","description":"","suggestions":[],"editable":true}""");
        var one = $"{Pools}/{ManagementWorld.Id(await world.PostAsync(Pools, """{"name":"vouchers","sandbox":true}"""))}";

        await world.PutAsync(one, """{"name":"gift cards","description":"d","sandbox":true}""");
        var import = await world.ImportAsync($"{one}/import", "startdate,code,attributes,enddate\n2020-11-10T23:00:00Z,A,\"{\"\"provider\"\":\"\"Amazon\"\"}\",2030-11-11T23:00:00Z\n,A,,\n,B,,");

        Assert.Equal((3, "Giveaway"), (import.GetProperty("amount").GetInt32(), import.GetProperty("entity").GetString()));
        Assert.Equal("gift cards", (await world.GetAsync(one)).GetProperty("name").GetString());
        Assert.Equal(1, (await world.GetAsync(Pools)).GetProperty("totalResultSize").GetInt32());
        await world.PostAsync(Pools, """{"name":"gift cards","sandbox":true}""", 409);
        await world.ImportAsync($"{Pools}/99/import", "code\nA", 404);
    }

    [Fact]
    public async Task Refused_lines_are_reported_with_their_numbers()
    {
        var world = await ManagementWorld.CreateAsync();
        var one = $"{Pools}/{ManagementWorld.Id(await world.PostAsync(Pools, """{"name":"vouchers","sandbox":true}"""))}";

        var refusal = await world.ImportAsync(
            $"{one}/import",
            "code,startdate,enddate,attributes\nA,2020-11-10T23:00:00Z,,\n,,,\nC,yesterday,,\nD,2030-01-01T00:00:00Z,2029-01-01T00:00:00Z,\nE,,,\"{\"\"no\"\":1}\"\nF,,,{\nG,,",
            400);

        Assert.Equal(["3", "4", "5", "6", "7", "8"], Lines(refusal));
        Assert.Equal(["1", "1"], Lines(await world.ImportAsync($"{one}/import", "codes\nA", 400)));
    }

    [Fact]
    public async Task An_import_that_is_repeated_under_its_key_adds_nothing()
    {
        var world = await ManagementWorld.CreateAsync();
        var import = $"{Pools}/{ManagementWorld.Id(await world.PostAsync(Pools, """{"name":"vouchers","sandbox":true}"""))}/import";

        var (_, first) = await world.TryAsync("POST", import, "code\nA\nA\n", "text/csv", idempotencyKey: "k");
        var (_, again) = await world.TryAsync("POST", import, "code\nA\nA\n", "text/csv", idempotencyKey: "k");
        var (_, other) = await world.TryAsync("POST", import, "code\nB\n", "text/csv", idempotencyKey: "k");

        Assert.Equal((200, 200, 400), (first.Status, again.Status, other.Status));
        Assert.Equal([2, 0], new[] { first, again }.Select(answer => JsonElement.Parse(answer.Body.Span).GetProperty("amount").GetInt32()));
    }

    private static IEnumerable<string> Lines(JsonElement refusal) => refusal.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("line").GetString()!);
}
