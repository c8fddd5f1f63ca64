using System.Globalization;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Tries every operation of the table with keys and ids of others.</summary>
public sealed class ForeignKeyTests(ServerFixture server)
{
    /// <summary>An integrator's id of one Application means nothing in another: these make something of their own of it.</summary>
    private static readonly HashSet<string> Creating = ["updateCustomerSessionV2", "updateCustomerSession"];

    private static Task<ForeignWorld>? _shared;

    public static TheoryData<string> Integration => [.. OperationTable.All.Where(operation => operation.Authentication == Authentication.IntegrationKey).Select(operation => operation.OperationId)];

    public static TheoryData<string> Management => [.. OperationTable.All.Where(operation => operation.Authentication == Authentication.ManagementKey).Select(operation => operation.OperationId)];

    [Theory]
    [MemberData(nameof(Integration))]
    public async Task Another_Applications_key_finds_nothing_and_changes_nothing(string operationId)
    {
        var operation = Find(operationId);
        var world = await WorldAsync();
        var stranger = await server.CreateShopAsync();
        var before = await world.SnapshotAsync();

        var reply = await stranger.Api.SendAsync(operation.Method, world.Path(operation), world.Body(operation));

        Assert.True(reply.Status < 500, $"{operationId} answered {reply.Status}: {reply.Text}");
        if (world.Names(operation) && !Creating.Contains(operationId))
            Assert.True(reply.Status is 400 or 404, $"{operationId} answered {reply.Status}: {reply.Text}");
        if (reply.Status < 300 && !Creating.Contains(operationId))
            Assert.DoesNotContain(world.Secret, reply.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.SnapshotAsync());
    }

    [Theory]
    [MemberData(nameof(Integration))]
    public async Task Unknown_ids_are_refused_as_documented(string operationId)
    {
        var operation = Find(operationId);
        var world = await WorldAsync();
        var unknown = operation.Parameters.Where(parameter => parameter.InPath).ToDictionary(parameter => parameter.Name, parameter => parameter.Schema is IntegerSchema ? (object)999_999_998L : Shop.NewId("nobody"));

        var reply = await world.Owner.Api.SendAsync(operation.Method, world.Path(operation, unknown), world.Body(operation));

        Assert.True(reply.Status < 500, $"{operationId} answered {reply.Status}: {reply.Text}");
        if (operation.Method is "GET" or "DELETE" && unknown.Count > 0)
            Assert.True(reply.Status is 404 or 400, $"{operationId} answered {reply.Status}: {reply.Text}");
    }

    [Theory]
    [MemberData(nameof(Integration))]
    public async Task Only_an_integration_key_opens_the_Integration_API(string operationId)
    {
        var operation = Find(operationId);
        var world = await WorldAsync();
        foreach (var authorization in new[] { null, "ApiKey-v1 unknown", $"ManagementKey-v1 {ServerFixture.ManagementKey}", $"ManagementKey-v1 {world.Owner.Key}" })
            (await world.Owner.With(authorization).SendAsync(operation.Method, world.Path(operation), world.Body(operation))).Expect(401);
    }

    [Theory]
    [MemberData(nameof(Management))]
    public async Task Only_a_management_key_opens_the_Management_API(string operationId)
    {
        var operation = Find(operationId);
        var world = await WorldAsync();
        foreach (var authorization in new[] { null, $"ApiKey-v1 {world.Owner.Key}", $"ManagementKey-v1 {world.Owner.Key}" })
            (await world.Owner.With(authorization).SendAsync(operation.Method, world.Path(operation), world.Body(operation))).Expect(401);
    }

    [Theory]
    [MemberData(nameof(Management))]
    public async Task Under_another_Application_the_ids_of_the_first_are_unknown(string operationId)
    {
        var operation = Find(operationId);
        var world = await WorldAsync();
        if (!operation.Path.Contains("{applicationId}", StringComparison.Ordinal) || !world.Names(operation) || operation.TakesFile)
            return;
        var stranger = await server.CreateShopAsync();
        var before = await world.SnapshotAsync();

        var reply = await server.Management.SendAsync(operation.Method, world.Path(operation, new Dictionary<string, object> { ["applicationId"] = stranger.Id }), world.Body(operation));

        Assert.True(reply.Status is 404 or 400, $"{operationId} answered {reply.Status}: {reply.Text}");
        Assert.DoesNotContain(world.Secret, reply.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.SnapshotAsync());
    }

    [Fact]
    public async Task What_is_deleted_is_unknown()
    {
        var world = await ForeignWorld.CreateAsync(server);
        var (owner, audience) = (world.Owner, world.Path(Find("deleteAudienceV2")));
        (await owner.Api.SendAsync("DELETE", audience)).Expect(204);
        (await server.Management.SendAsync("DELETE", world.Path(Find("deleteCoupon")))).Expect(204);
        (await owner.Api.SendAsync("DELETE", string.Create(CultureInfo.InvariantCulture, $"/v1/customer_data/{world.Secret}"))).Expect(204);
        foreach (var operationId in new[] { "updateAudienceV2", "deleteAudienceV2", "deleteAudienceMembershipsV2", "updateAudienceCustomersAttributes", "createCouponReservation", "deleteCouponReservation", "getReservedCustomers" })
        {
            var operation = Find(operationId);
            (await owner.Api.SendAsync(operation.Method, world.Path(operation), world.Body(operation))).Expect(404);
        }

        (await owner.Api.SendAsync("DELETE", $"/v1/customer_data/{world.Secret}")).Expect(404);
        (await owner.Api.GetAsync($"/v1/customer_profiles/{world.Secret}/inventory")).Expect(404);
        var session = (await owner.Api.GetAsync($"/v2/customer_sessions/{world.Secret}")).Expect(200).Json.GetProperty("customerSession");
        Assert.Equal(("", "{}"), (session.GetProperty("profileId").GetString(), session.GetProperty("attributes").GetRawText()));
    }

    /// <summary>One world for all: strangers change nothing of it.</summary>
    private Task<ForeignWorld> WorldAsync() => _shared ??= ForeignWorld.CreateAsync(server);

    private static Operation Find(string operationId) => OperationTable.All.Single(operation => operation.OperationId == operationId);
}
