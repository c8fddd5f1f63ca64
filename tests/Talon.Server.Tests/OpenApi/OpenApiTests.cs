using System.Text.Json;
using Talon.Http;

namespace Talon.Server.Tests;

public sealed class OpenApiTests(ServerFixture server)
{
    [Fact]
    public async Task The_document_describes_every_operation_of_the_table()
    {
        var document = (await server.Management.GetAsync("/v1/openapi.json")).Expect(200).Json;
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        var paths = document.GetProperty("paths");
        Assert.Equal(OperationTable.All.Count, paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count()));
        foreach (var operation in OperationTable.All)
        {
            var described = paths.GetProperty(operation.Path).GetProperty(operation.Method.ToLowerInvariant());
            Assert.Equal(operation.OperationId, described.GetProperty("operationId").GetString());
            Assert.Equal(
                operation.Answers.Select(answer => FormattableString.Invariant($"{answer.Status}")).Distinct().Order(),
                described.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order());
            Assert.Equal(operation.Authentication == Authentication.None ? 0 : 1, described.GetProperty("security").GetArrayLength());
            Assert.Equal(
                operation.Path.Split('{').Skip(1).Select(rest => rest.Split('}')[0]).Order(),
                described.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()).Order());
            Assert.Equal(operation.Request is not null || operation.TakesFile, described.TryGetProperty("requestBody", out _));
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_operations_have_names_of_their_own()
    {
        var document = JsonElement.Parse(OpenApiDocument.Write(OperationTable.All));
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => "#/components/schemas/" + schema.Name).ToHashSet();
        var references = References(document).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.Empty(references.Except(schemas));
        Assert.Equal(OperationTable.All.Count, OperationTable.All.Select(operation => operation.OperationId).Distinct().Count());
    }

    [Fact]
    public void Every_difference_from_the_published_integration_API_has_a_reason()
    {
        var built = OperationTable.All.ToDictionary(operation => operation.OperationId);
        var unexplained = PublishedOperation.All
            .Where(published => built.ContainsKey(published.Id))
            .SelectMany(published => Differences.Of(built[published.Id], published).Where(difference => Differences.Reason(published.Id, difference) is null).Select(difference => $"{published.Id}: {difference}"))
            .ToList();
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained));
    }

    [Fact]
    public async Task Every_operation_refuses_a_call_without_a_key_and_with_the_wrong_kind_of_key()
    {
        var shop = await server.CreateShopAsync();
        foreach (var operation in OperationTable.All.Where(operation => operation.Authentication != Authentication.None && operation.Answers.Any(answer => answer.Status == 401)))
        {
            var wrong = operation.Authentication == Authentication.IntegrationKey ? server.Management : shop.Api;
            (await shop.With(null).SendAsync(operation.Method, Target(operation), operation.Request is null ? null : "{}")).Expect(401);
            (await wrong.SendAsync(operation.Method, Target(operation), operation.Request is null ? null : "{}")).Expect(401);
        }
    }

    [Fact]
    public async Task Every_integration_operation_refuses_a_body_or_a_parameter_of_the_wrong_type()
    {
        var shop = await server.CreateShopAsync();
        foreach (var operation in OperationTable.All.Where(operation => operation.Authentication == Authentication.IntegrationKey && operation.Answers.Any(answer => answer.Status == 400)))
        {
            if (operation.Request is ObjectSchema)
                (await shop.Api.SendAsync(operation.Method, Target(operation), "5")).Expect(400);
            if (operation.Parameters.FirstOrDefault(parameter => !parameter.InPath && parameter.Schema is BooleanSchema or IntegerSchema) is { InPath: false } typed)
                (await shop.Api.SendAsync(operation.Method, $"{Target(operation)}?{typed.Name}=nonsense", operation.Request is null ? null : "{}")).Expect(400);
        }
    }

    private static string Target(Operation operation) => operation.Parameters.Where(parameter => parameter.InPath)
        .Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", parameter.Schema is IntegerSchema ? "999999999" : "nobody", StringComparison.Ordinal));

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.NameEquals("$ref") ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
