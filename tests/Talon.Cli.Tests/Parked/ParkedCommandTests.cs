using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Talon.Storage;

namespace Talon.Cli.Tests;

public sealed partial class ParkedCommandTests
{
    private const string Reason = "gone";
    private static readonly string Profile = "profile." + KeyText.Hash("ann");
    private static readonly string Id = KeyText.Hash("what is owed");

    [Fact]
    public async Task What_is_owed_is_listed_and_replayed_until_it_is_done()
    {
        await using var server = await LocalServer.StartAsync(demo: true, before: OweAsync);

        var list = await server.RunAsync("parked", "list");
        var json = await server.RunAsync("parked", "list", "--json");
        var failed = await server.RunAsync("parked", "replay", Id);
        using (var client = new TalonClient(new Uri(server.Url), TalonClient.IntegrationScheme, DemoKey().Match(server.Printed).Groups[1].Value))
            await client.SendJsonAsync(HttpMethod.Put, "/v2/customer_profiles/ann", "{}", TestContext.Current.CancellationToken);
        var done = await server.RunAsync("parked", "replay", "--all", "--json");
        Assert.Equal("", done.Error);

        Assert.Equal(1, list.Exit);
        Assert.Contains(Reason, list.Output);
        Assert.Equal(Id, Assert.Single(JsonDocument.Parse(json.Output).RootElement.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal((1, "0 done, 1 failed again.\n"), (failed.Exit, failed.Output));
        Assert.Equal((0, "{\"replayed\":1,\"failed\":[]}\n", ""), done);
        Assert.Equal((0, "Nothing is set aside.\n"), Short(await server.RunAsync("parked", "list")));
        Assert.Equal(3, (await server.RunAsync("parked", "replay", Id)).Exit);
    }

    [Fact]
    public async Task A_message_that_nobody_knows_the_end_of_is_listed_and_replayed_too()
    {
        await using var server = await LocalServer.StartAsync(before: async store => await store.SendAsync("redemptions-poison", "session.1.nobody"));

        var list = await server.RunAsync("parked", "list");
        var replayed = await server.RunAsync("parked", "replay", "--all");

        Assert.Equal(1, list.Exit);
        Assert.Contains("redemptions", list.Output);
        Assert.Equal((0, "1 done, 0 failed again.\n"), Short(replayed));
    }

    [Theory]
    [InlineData("parked", "replay")]
    [InlineData("parked", "replay", "--all", "some-id")]
    public async Task What_to_replay_has_to_be_said(params string[] args)
    {
        await using var server = await LocalServer.StartAsync();

        Assert.Equal(2, (await server.RunAsync(args)).Exit);
    }

    /// <summary>A session that owes a customer's totals, where somebody removed the customer.</summary>
    private static async Task OweAsync(SqliteStore store)
    {
        const string session = "session.1.some";
        var owed = $$"""{"id":"1","queue":"redemptions","target":"{{Profile}}","attempt":"1","totals":{"closedSessions":1,"totalSales":5},"giveaways":[],"returns":[],"analytics":[],"audiences":[],"more":[],"failures":5,"parked":"{{Reason}}"}""";
        var parked = $$"""{"owner":"{{session}}","key":"a.outbox.0000000001.0000","reason":"{{Reason}}","target":"{{Profile}}","parked":"2026-01-01T00:00:00Z"}""";
        await store.CommitAsync(session, [Change.Insert("a.outbox.0000000001.0000", Encoding.UTF8.GetBytes(owed))]);
        await store.CommitAsync("parked", [Change.Insert(Id, Encoding.UTF8.GetBytes(parked))]);
    }

    private static (int Exit, string Output) Short((int Exit, string Output, string Error) result) => (result.Exit, result.Output);

    [GeneratedRegex(@"Integration API key, shown this once: (\S+)")]
    private static partial Regex DemoKey();
}
