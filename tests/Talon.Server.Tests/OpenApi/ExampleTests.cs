using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>The examples of the published description are true.</summary>
/// <remarks>
/// With <c>TALON_RECORD_EXAMPLES</c> naming the folder of the example files, the answers are written there instead of
/// compared; the requests are written by hand.
/// </remarks>
public sealed class ExampleTests
{
    private const string NoContent = "";

    private static readonly string? Recording = Environment.GetEnvironmentVariable("TALON_RECORD_EXAMPLES");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The operations in the order of the story that the examples tell, and what happens in between.</summary>
    private static readonly IReadOnlyList<(string OperationId, Func<ConformanceWorld, Task>? Before)> Story =
    [
        ("updateCustomerProfileV2", null),
        ("updateCustomerProfilesV2", null),
        ("updateCustomerSessionV2", null),
        ("getCustomerSession", null),
        ("returnCartItems", null),
        ("reopenCustomerSession", world => CloseAsync(world, "order-1002", "bert", "earn")),
        ("getCustomerInventory", null),
        ("trackEventV2", null),
        ("trackEventV3", world => CloseAsync(world, "order-1003", "anna", "card")),
        ("getEventV3", null),
        ("createCouponReservation", null),
        ("getReservedCustomers", null),
        ("deleteCouponReservation", null),
        ("createReferral", null),
        ("createReferralsForMultipleAdvocates", null),
        ("updateAudienceV2", null),
        ("createAudienceV2", null),
        ("deleteAudienceV2", null),
        ("updateCustomerProfileAudiences", null),
        ("updateAudienceCustomersAttributes", null),
        ("deleteAudienceMembershipsV2", null),
        ("getLoyaltyBalances", null),
        ("getLoyaltyProgramProfileTransactions", null),
        ("getLoyaltyProgramProfilePoints", null),
        ("activateLoyaltyPoints", world => CloseAsync(world, "order-1004", "carl", "all")),
        ("deleteLoyaltyTransactionsFromLedgers", null),
        ("joinLoyaltyProgram", null),
        ("generateLoyaltyCard", null),
        ("linkLoyaltyCardToProfile", null),
        ("unlinkLoyaltyCardFromProfile", null),
        ("getLoyaltyCardBalances", world => world.ManageAsync("PUT", "/v1/loyalty_programs/2/cards/summer-card-0543/add_points", """{"points":25,"name":"Welcome"}""", 204)),
        ("getLoyaltyCardTransactions", null),
        ("getLoyaltyCardPoints", null),
        ("getCustomerAchievements", null),
        ("getCustomerAchievementHistory", null),
        ("syncCatalog", null),
        ("bestPriorPrice", null),
        ("integrationGetAllCampaigns", null),
        ("updateCustomerSession", null),
        ("updateCustomerProfile", null),
        ("trackEvent", null),
        ("deleteCustomerData", null),
        ("createCampaign", null),
        ("createCoupons", null),
        ("createRuleset", null),
        ("getRulesets", null),
        ("getRuleset", null),
        ("updateRuleset", null),
    ];

    [Fact]
    public void Every_Integration_operation_is_in_the_story() =>
        Assert.Empty(ConformanceRun.Integration.Select(operation => operation.OperationId).Except(Story.Select(step => step.OperationId)));

    [Fact]
    public void Every_body_has_an_example_that_its_schema_admits()
    {
        var document = JsonElement.Parse(OpenApiDocument.Write(OperationTable.All));
        var problems = new List<string>();
        var without = new List<string>();
        foreach (var operation in OperationTable.All)
        {
            var described = document.GetProperty("paths").GetProperty(operation.Path).GetProperty(operation.Method.ToLowerInvariant());
            if (operation.Request is { } request)
                Check($"{operation.OperationId} request", described.GetProperty("requestBody"), request);
            foreach (var answer in operation.Answers.Where(answer => answer is { Schema: not null, ContentType: Answer.Json }).DistinctBy(answer => answer.Status))
                Check($"{operation.OperationId} {answer.Status}", described.GetProperty("responses").GetProperty(answer.Status.ToString(CultureInfo.InvariantCulture)), answer.Schema!);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(without.Count == 0, "Without an example: " + string.Join(", ", without));

        void Check(string where, JsonElement body, Schema schema)
        {
            if (!body.GetProperty("content").GetProperty(Answer.Json).TryGetProperty("example", out var example))
            {
                without.Add(where);
                return;
            }

            var findings = new Findings(answer: true);
            schema.Check(example, findings);
            problems.AddRange(findings.Problems.Select(problem => $"{where}, {problem.Pointer}: {problem.Details}"));
        }
    }

    [Fact]
    public async Task Every_example_is_answered_as_it_says()
    {
        using var folder = new TestFolder();
        using var http = new HttpClient(new AnswerChecker());
        await using var host = await TalonHost.StartAsync(
            new ServerSettings { Addresses = [new ListenAddress(IPAddress.Loopback, 0)], DataFolder = folder.Path, ManagementKey = ServerFixture.ManagementKey }, TextWriter.Null, NullLoggerFactory.Instance);
        var management = new ApiClient(http, host.Addresses[0], $"ManagementKey-v1 {ServerFixture.ManagementKey}");
        var world = await ConformanceWorld.CreateAsync(http, host.Addresses[0], management, "");
        var problems = new List<string>();
        foreach (var (operationId, before) in Story)
        {
            if (before is not null)
                await before(world);
            var operation = OperationTable.All.Single(operation => operation.OperationId == operationId);
            var example = OperationExample.Find(operationId)!;
            var caller = operation.Authentication == Authentication.ManagementKey ? management : world.Shop.Api;
            var reply = await caller.SendAsync(operation.Method, Target(operation, example), example.Request?.GetRawText());
            if (Recording is not null)
                await RecordAsync(Recording, operationId, reply);
            else if (reply.Status != example.Status || !Shape(reply.Text).SetEquals(Shape(example.Answer?.GetRawText() ?? NoContent)))
                problems.Add($"{operationId} answered {reply.Status} {reply.Text}");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static Task CloseAsync(ConformanceWorld world, string session, string customer, string payment) => world.IntegrateAsync(
        "PUT", $"/v2/customer_sessions/{session}", $$"""{"customerSession":{"profileId":"{{customer}}","state":"closed","attributes":{"PaymentMethod":"{{payment}}"},"cartItems":[{"sku":"rdbs-1111","quantity":1,"price":49,"additionalCosts":{"wrapping":{"price":3} } }],"additionalCosts":{"wrapping":{"price":5} } } }""");

    private static string Target(Operation operation, OperationExample example)
    {
        var values = example.Parameters.EnumerateObject().ToDictionary(
            value => value.Name, value => value.Value.ValueKind == JsonValueKind.Array ? string.Join(',', value.Value.EnumerateArray().Select(item => item.ToString())) : value.Value.ValueKind is JsonValueKind.True ? "true" : value.Value.ToString());
        Assert.Empty(values.Keys.Except(operation.Parameters.Select(parameter => parameter.Name)));
        var path = operation.Parameters.Where(parameter => parameter.InPath).Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(values[parameter.Name]), StringComparison.Ordinal));
        var query = operation.Parameters.Where(parameter => !parameter.InPath && values.ContainsKey(parameter.Name)).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(values[parameter.Name])}").ToList();
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>Which members an answer has, of what type, and which effects.</summary>
    private static HashSet<string> Shape(string text)
    {
        var shape = new HashSet<string>();
        if (text.Length > 0)
            Visit(JsonElement.Parse(text), "");
        return shape;

        void Visit(JsonElement json, string path)
        {
            shape.Add($"{path} {json.ValueKind}");
            if (json.ValueKind == JsonValueKind.Object)
                foreach (var member in json.EnumerateObject())
                    Visit(member.Value, member.NameEquals("effectType") ? $"{path}/{member.Value}" : $"{path}/{member.Name}");
            else if (json.ValueKind == JsonValueKind.Array)
                foreach (var item in json.EnumerateArray())
                    Visit(item, path + "/*");
        }
    }

    private static async Task RecordAsync(string folder, string operationId, Reply reply)
    {
        var path = Path.Combine(folder, operationId + ".json");
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsObject();
        file.Remove("answer");
        file["status"] = reply.Status;
        if (reply.Text.Length > 0)
            file["answer"] = JsonNode.Parse(reply.Text);
        await File.WriteAllTextAsync(path, file.ToJsonString(Readable) + "\n", TestContext.Current.CancellationToken);
    }
}
