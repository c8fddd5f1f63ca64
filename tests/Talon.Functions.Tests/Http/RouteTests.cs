using Microsoft.Azure.Functions.Worker;
using Talon.Http;

namespace Talon.Functions.Tests;

public sealed class RouteTests
{
    public static TheoryData<string> Operations => [.. OperationTable.All.Select(operation => operation.OperationId)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_operation_has_a_function(string operationId)
    {
        var operation = OperationTable.All.Single(operation => operation.OperationId == operationId);

        Assert.NotNull(FunctionRoute.Find(operation.Path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/v2/customer_sessions/a%2Fb", "CustomerSessions")]
    [InlineData("/v2/customer_sessions/a/reopen", "CustomerSessions")]
    [InlineData("/v2/customer_profiles", "CustomerProfiles")]
    [InlineData("/v1/applications", "Applications")]
    [InlineData("/v1/applications/1/campaigns", "Applications")]
    [InlineData("/v1/status/health", "Health")]
    [InlineData("/v1/referrals", "Referrals")]
    [InlineData("/v1/loyalty_programs/1/profile/p/balances", "LoyaltyPrograms")]
    [InlineData("/v1/attributes", "UngroupedOperations")]
    [InlineData("/v3/events/e", "UngroupedOperations")]
    [InlineData("/v2/nothing/of/the/kind", "UngroupedOperations")]
    public void A_path_leads_to_the_function_of_its_group(string path, string function) => Assert.Equal(function, FunctionRoute.Find(path)?.Function);

    [Theory]
    [InlineData("/admin/host/status")]
    [InlineData("/runtime/webhooks/durabletask/instances")]
    public void The_hosts_own_paths_are_left_to_it(string path) => Assert.Null(FunctionRoute.Find(path));

    [Fact]
    public void The_products_keys_guard_every_function_and_the_hosts_keys_none() =>
        Assert.All(FunctionRoute.All, route => Assert.Equal(AuthorizationLevel.Anonymous, route.Level));

    [Fact]
    public void Functions_have_names_of_their_own() =>
        Assert.Equal(FunctionRoute.All.Count, FunctionRoute.All.Select(route => route.Function).Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
