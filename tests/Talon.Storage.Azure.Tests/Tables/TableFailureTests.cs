using System.Net;
using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

public sealed class TableFailureTests
{
    [Fact]
    public async Task A_read_is_tried_again_until_it_is_answered()
    {
        await using var server = new FaultyServer(HttpStatusCode.InternalServerError, null, HttpStatusCode.NotFound);

        Assert.Null(await Store(server).ReadAsync("partition", "row"));
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public async Task A_read_that_is_never_answered_is_unavailable()
    {
        await using var server = new FaultyServer(HttpStatusCode.ServiceUnavailable);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Store(server).ReadAsync("partition", "row"));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await Store(server).ReadRangeAsync("partition", KeyRange.All));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(null)]
    public async Task A_write_whose_outcome_is_unknown_is_sent_once(HttpStatusCode? answer)
    {
        await using var server = new FaultyServer(answer);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await CommitAsync(server));
        Assert.Equal(1, server.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_write_that_was_not_taken_is_sent_again(HttpStatusCode busy)
    {
        await using var server = new FaultyServer(busy, HttpStatusCode.InternalServerError);

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await CommitAsync(server));
        Assert.Equal(2, server.Calls);
    }

    [Fact]
    public async Task A_refusal_is_not_taken_for_an_outage()
    {
        await using var server = new FaultyServer(HttpStatusCode.Forbidden);

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await CommitAsync(server));
        Assert.IsNotType<StorageUnavailableException>(failure);
    }

    private static ValueTask<CommitResult> CommitAsync(FaultyServer server) => Store(server).CommitAsync("partition", [Change.Insert("row", default)]);

    private static AzureTableStore Store(FaultyServer server) => new(ShardMap.Single("one"), _ => StorageAccount.FromConnectionString(server.ConnectionString));
}
