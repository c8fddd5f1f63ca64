namespace Talon.Storage.Tests;

public sealed class KilledProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_when_the_process_is_killed()
    {
        var file = _folder.File("talon.db");
        var answered = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            using var writer = WriterProcess.Start(file, $"{round}");
            answered.AddRange(await writer.AnsweredAsync(100 + (round * 150)));
            answered.AddRange(await writer.KillAsync());

            await using var store = SqliteStore.Open(file, TimeProvider.System);
            foreach (var key in answered)
            {
                await HasAsync(store, key, key);
                await HasAsync(store, $"{key}-companion", key);
            }
        }
    }

    [Fact]
    public async Task A_second_process_is_refused_and_told_the_file()
    {
        var file = _folder.File("talon.db");
        using var writer = WriterProcess.Start(file, "only");
        await writer.AnsweredAsync(1);

        var error = Assert.Throws<StoreInUseException>(() => SqliteStore.Open(file, TimeProvider.System));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        await writer.KillAsync();
        await SqliteStore.Open(file, TimeProvider.System).DisposeAsync();
    }

    private static async Task HasAsync(SqliteStore store, string key, string body)
    {
        var row = await store.ReadAsync(WriterProcess.Partition, key);
        Assert.True(row is not null, $"The row '{key}' was answered and is lost.");
        Assert.True(row.Body.Span.SequenceEqual(WriterProcess.BodyOf(body)), $"The row '{key}' has another body than was written.");
    }
}
