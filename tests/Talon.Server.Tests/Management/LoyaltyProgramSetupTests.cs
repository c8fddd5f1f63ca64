using System.Text.Json;

namespace Talon.Server.Tests;

public sealed class LoyaltyProgramSetupTests
{
    private const string Programs = "/v1/loyalty_programs";

    [Fact]
    public async Task A_programme_is_created_and_read_back_and_stands_with_its_applications()
    {
        var world = await ManagementWorld.CreateAsync();
        var application = await world.ApplicationAsync();
        var other = await world.ApplicationAsync();
        var id = ManagementWorld.Id(await world.PostAsync(Programs, Program($$"""
            ,"subscribedApplications":[{{application.Split('/')[^1]}}],"returnPolicy":"unlimited","programJoinPolicy":"points_earned","tiersExpirationPolicy":"tier_start_date",
            "tiersExpireIn":"1Y_U","tiersDowngradePolicy":"one_down","tiers":[{"name":"Gold","minPoints":300},{"name":"Bronze","minPoints":0.5}]
            """)));

        var read = await world.GetAsync($"{Programs}/{id}");

        Assert.Equal(["Bronze", "Gold"], read.GetProperty("tiers").EnumerateArray().Select(tier => Text(tier, "name")));
        Assert.Equal(("stars", "1Y_U", "one_down", "unlimited"), (Text(read, "name"), Text(read, "tiersExpireIn"), Text(read, "tiersDowngradePolicy"), Text(read, "returnPolicy")));
        Assert.Equal(id, ManagementWorld.Id(Assert.Single((await world.GetAsync(Programs)).GetProperty("data").EnumerateArray())));
        Assert.Equal(id, ManagementWorld.Id(Assert.Single((await world.GetAsync(application)).GetProperty("loyaltyPrograms").EnumerateArray())));
        Assert.Empty((await world.GetAsync(other)).GetProperty("loyaltyPrograms").EnumerateArray());
        await world.GetAsync($"{Programs}/4711", 404);
    }

    [Fact]
    public async Task Replacing_keeps_tiers_of_the_same_name_and_what_never_changes()
    {
        var world = await ManagementWorld.CreateAsync();
        var before = await world.PostAsync(Programs, Program(""","tiers":[{"name":"Bronze","minPoints":1},{"name":"Gold","minPoints":300}]"""));
        var one = $"{Programs}/{ManagementWorld.Id(before)}";

        var after = await world.PutAsync(one, """
            {"title":"More stars","defaultValidity":"30D","defaultPending":"on_action","allowSubledger":true,"sandbox":true,"tiers":[{"name":"Gold","minPoints":200},{"name":"Silver","minPoints":100}]}
            """);
        var kept = await world.PutAsync(one, """{"title":"Stars","defaultValidity":"unlimited","defaultPending":"2h","allowSubledger":true,"sandbox":true}""");

        Assert.Equal(["Silver", "Gold"], after.GetProperty("tiers").EnumerateArray().Select(tier => Text(tier, "name")));
        Assert.Equal(ManagementWorld.Id(before.GetProperty("tiers")[1]), ManagementWorld.Id(after.GetProperty("tiers")[1]));
        Assert.Equal(after.GetProperty("tiers").GetRawText().Replace("More stars", "Stars", StringComparison.Ordinal), kept.GetProperty("tiers").GetRawText());
        Assert.Equal(["/name Invalid", "/timezone Invalid", "/cardBased Invalid"], ManagementWorld.Problems(await world.PutAsync(one, Program(""","cardBased":true""", "moons", "UTC"), 400)));
    }

    [Fact]
    public async Task Every_problem_is_reported_at_once_and_nothing_is_stored()
    {
        var world = await ManagementWorld.CreateAsync();

        var refusal = await world.PostAsync(
            Programs,
            """
            {"name":"stars","title":"Stars","defaultValidity":"soon","defaultPending":"3h_U","allowSubledger":true,"sandbox":true,"timezone":"Mars/Base","subscribedApplications":[99],
             "tiers":[{"name":"Gold","minPoints":1},{"name":"Gold","minPoints":1}],"tiersExpirationPolicy":"absolute_expiration","cardCodeSettings":{"validCharacters":["é"],"couponPattern":"A##"}}
            """,
            400);

        Assert.Equal(
            [
                "/timezone Invalid", "/subscribedApplications/0 Unknown", "/defaultValidity Invalid", "/defaultPending Invalid", "/cardCodeSettings/validCharacters Invalid",
                "/cardCodeSettings/couponPattern Invalid", "/tiers Invalid", "/tiers Invalid", "/tierCycleStartDate required", "/tiersExpireIn required",
            ],
            ManagementWorld.Problems(refusal));
        Assert.Equal(0, (await world.GetAsync(Programs)).GetProperty("totalResultSize").GetInt32());
    }

    [Fact]
    public async Task A_name_is_unique()
    {
        var world = await ManagementWorld.CreateAsync();
        await world.PostAsync(Programs, Program());

        await world.PostAsync(Programs, Program(), 409);
        await world.PostAsync(Programs, Program(name: "moons"));
    }

    private static string Program(string more = "", string name = "stars", string timezone = "Europe/Berlin") => $$"""
        {"name":"{{name}}","title":"Stars","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"{{timezone}}"{{more}}}
        """;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
