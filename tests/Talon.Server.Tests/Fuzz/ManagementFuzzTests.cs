using System.Globalization;
using System.Text;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Sends every operation of the Management API requests that are more or less wrong, to things that exist.</summary>
public sealed class ManagementFuzzTests
{
    private const int Seed = 20260611;
    private const int PerOperation = 150;

    // Coupons that a job had begun to delete, and what a call left for later, are not what a refused request stored.
    private static readonly string[] NotTheRequests = ["ids", "accesslog", "queue accesslogs"];

    [Fact]
    public async Task No_request_fails_and_a_refused_one_stores_nothing()
    {
        var tables = new WatchedTables();
        var world = await ManagementWorld.CreateAsync(tables);
        var known = await SetUpAsync(world);
        var random = new Random(Seed);
        var fuzzer = new RequestFuzzer(Seed, "any", new Dictionary<Authentication, string> { [Authentication.ManagementKey] = ManagementWorld.Authorization })
        {
            Known = name => known.TryGetValue(name, out var ids) ? ids[random.Next(ids.Length)] : null,
        };
        List<string> failures = [];
        HashSet<int> statuses = [];
        HashSet<string> succeeded = [];
        // What is deleted can be asked for no more, so that comes last.
        foreach (var operation in OperationTable.All.Where(operation => operation.Authentication == Authentication.ManagementKey).OrderBy(operation => operation.Method == "DELETE"))
        {
            for (var i = 0; i < PerOperation; i++)
            {
                var request = fuzzer.Next([operation]);
                if (IsTooMuch(request))
                    continue;
                tables.TakeWritten();
                var (path, response) = await world.TryAsync(request.Method, request.Path + request.Query, Encoding.UTF8.GetString(request.Body), request.ContentType, request.Authorization);
                var written = tables.TakeWritten().Where(place => !NotTheRequests.Any(other => place.StartsWith(other, StringComparison.Ordinal))).ToList();
                if (response.Stream is { } stream)
                    await stream(Stream.Null, TestContext.Current.CancellationToken);
                statuses.Add(response.Status);
                if (response.Status < 300 && request.Method == operation.Method)
                    succeeded.Add(operation.OperationId);
                failures.AddRange(AnswerChecker.Check(request.Method, path, response.Status, response.ContentType, response.Body).Select(problem => $"{request}: {problem}"));
                if (response.Status >= 500)
                    failures.Add($"{request}: answered {response.Status}");
                if (response.Status >= 400 && written.Count > 0)
                    failures.Add($"{request}: was refused with {response.Status}, and yet wrote to {string.Join(", ", written)}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.Superset(new HashSet<int> { 200, 201, 204, 400, 401, 404, 405 }, statuses);
        Assert.True(succeeded.Count > 60, $"Only {succeeded.Count} operations had a request that was fine: {string.Join(", ", succeeded)}");
    }

    /// <summary>What would shut the fuzzer out, or keep it busy for long.</summary>
    private static bool IsTooMuch(FuzzRequest request) =>
        request.Path.StartsWith("/v1/ip_allow_list", StringComparison.Ordinal) && request.Method == "PUT";

    private static async Task<Dictionary<string, string[]>> SetUpAsync(ManagementWorld world)
    {
        var application = await world.ApplicationAsync();
        await world.ApplicationAsync();
        foreach (var more in new[] { "", "", "" })
        {
            var campaign = await world.CampaignAsync(application, more);
            await world.PostAsync($"{campaign}/rulesets", ManagementWorld.Ruleset());
            await world.PostAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":3}""", 204);
            await world.PostAsync($"{campaign}/collections", """{"name":"brands"}""");
            await world.PostAsync($"{campaign}/value_maps", """{"name":"NAME","entries":{"sku":1.50}}""".Replace("NAME", campaign, StringComparison.Ordinal));
            await world.PostAsync($"{application}/stores", """{"name":"Mitte","description":"","integrationId":"ID"}""".Replace("ID", campaign, StringComparison.Ordinal));
        }

        await world.PostAsync($"{application}/apikeys", """{"title":"x","expires":"2999-01-01T00:00:00Z"}""");
        await world.PostAsync("/v1/management_keys", """{"name":"x"}""");
        await world.PostAsync("/v1/additional_costs", """{"name":"shipping","title":"Shipping","description":""}""");
        await world.PostAsync("/v1/custom_effects", """{"applicationIds":[],"name":"print","title":"Print","payload":"{}","enabled":true}""");
        var attribute = ManagementWorld.Id(await world.PostAsync("/v1/attributes", """{"entity":"Coupon","name":"colour","title":"X","type":"string","description":"","suggestions":[],"editable":true}"""));
        return new()
        {
            ["applicationId"] = ["1", "1", "1", "2"],
            ["campaignId"] = Numbers(3),
            ["rulesetId"] = Numbers(4),
            ["couponId"] = Numbers(9),
            ["collectionId"] = Numbers(3),
            ["valueMapId"] = Numbers(3),
            ["storeId"] = Numbers(3),
            ["evaluationGroupId"] = Numbers(3),
            ["keyId"] = Numbers(2),
            ["managementKeyId"] = ["2"],
            ["additionalCostId"] = Numbers(2),
            ["customEffectId"] = Numbers(2),
            ["attributeId"] = [attribute, "1"],
            ["jobId"] = Numbers(3),
            ["loyaltyProgramId"] = Numbers(2),
            ["poolId"] = Numbers(2),
            ["referralId"] = Numbers(2),
            ["audienceId"] = Numbers(2),
            ["achievementId"] = Numbers(2),
            ["catalogId"] = Numbers(2),
        };
    }

    private static string[] Numbers(int most) => [.. Enumerable.Range(1, most).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
