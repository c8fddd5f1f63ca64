using System.Text.Json.Nodes;

namespace Talon.Server.Tests;

/// <summary>A data folder that an earlier version left is opened as it stands: nothing that it told is lost, and work goes on.</summary>
public sealed class OldDataTests
{
    private const string Variable = "TALON_OLD_DATA";

    public static TheoryData<string> Kept => [.. OldShop.Kept];

    [Theory, MemberData(nameof(Kept))]
    public async Task It_answers_what_it_answered_and_goes_on(string name)
    {
        using var folder = new TestFolder();
        using var http = new HttpClient(new AnswerChecker());
        var old = OldShop.Copy(name, folder.Path);
        await using var server = await ServerProcess.StartAsync(folder.Path);
        var api = new ApiClient(http, server.BaseUrl, $"ApiKey-v1 {old.ApiKey}");
        var management = new ApiClient(http, server.BaseUrl, $"ManagementKey-v1 {OldShop.ManagementKey}");

        foreach (var (target, answer) in old.Answers)
            Assert.Null(Difference(answer, JsonNode.Parse((await OldShop.ClientOf(target, api, management).GetAsync(target)).Expect(200).Text), target));

        Assert.Contains("rollbackCoupon", (await api.PutAsync("/v2/customer_sessions/closed", """{"customerSession":{"state":"cancelled"}}""")).Expect(200).EffectTypes);
        Assert.Contains("rollbackDiscount", (await api.PostAsync("/v2/customer_sessions/large/returns", """{"return":{"returnedCartItems":[{"position":0,"quantity":100}]}}""")).Expect(200).EffectTypes);
        Assert.Contains("rollbackAddedLoyaltyPoints", (await api.PutAsync("/v2/customer_sessions/again/reopen", "{}")).Expect(200).EffectTypes);
        Assert.Contains("acceptCoupon", (await api.PutAsync("/v2/customer_sessions/new", $$"""{"customerSession":{ {{Shop.Cart}},"profileId":"anna","couponCodes":["KEPT1"],"state":"closed"} }""")).Expect(200).EffectTypes);
    }

    /// <summary>Keeps what this version leaves; done once for a version, and only where asked for.</summary>
    [Fact]
    public async Task What_this_version_leaves_can_be_kept()
    {
        using var folder = new TestFolder();
        var target = Environment.GetEnvironmentVariable(Variable) ?? folder.Path;
        await OldShop.MakeAsync(target);
        Assert.Contains("talon.db", Directory.EnumerateFiles(target).Select(file => Path.GetFileName(file)));
    }

    /// <summary>Where an answer says something else, or less, than it did; null where it does not.</summary>
    private static string? Difference(JsonNode? then, JsonNode? now, string place) => (then, now) switch
    {
        (JsonObject members, JsonObject others) => members.Select(member => Difference(member.Value, others[member.Key], $"{place}/{member.Key}")).FirstOrDefault(found => found is not null),
        (JsonArray items, JsonArray others) when items.Count == others.Count => items.Select((item, i) => Difference(item, others[i], $"{place}/{i}")).FirstOrDefault(found => found is not null),
        _ => JsonNode.DeepEquals(then, now) ? null : $"{place}: {then?.ToJsonString() ?? "null"} became {now?.ToJsonString() ?? "null"}",
    };
}
