using System.Text;

namespace Talon.Storage.Tests;

/// <summary>What every store does alike. One class per store derives from it and runs all of it.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected const string Partition = "partition";
    protected const string Inbox = "inbox";

    protected abstract ITableStore Tables { get; }

    protected abstract IMessageQueue Queue { get; }

    public virtual ValueTask InitializeAsync() => default;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>The messages in a queue, those delayed or hidden included.</summary>
    protected abstract ValueTask<int> CountAsync(string queue);

    /// <summary>Moves the store's clock, which stands still otherwise.</summary>
    protected abstract ValueTask AdvanceAsync(TimeSpan time);

    protected static ReadOnlyMemory<byte> Body(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(Row? row) => row is null ? "(no row)" : Encoding.UTF8.GetString(row.Body.Span);

    protected ValueTask<CommitResult> CommitAsync(params Change[] changes) => Tables.CommitAsync(Partition, changes);

    protected ValueTask<Row?> ReadAsync(string key) => Tables.ReadAsync(Partition, key);

    /// <summary>Inserts a row; its ETag.</summary>
    protected async Task<string> InsertAsync(string key, string body = "first")
    {
        var result = await CommitAsync(Change.Insert(key, Body(body)));
        Assert.True(result.Committed, $"The row '{key}' was expected to be absent.");
        return result.ETags![0];
    }

    /// <summary>The keys of a range, page after page.</summary>
    protected async Task<List<string>> KeysAsync(KeyRange range, int take = StorageLimits.MaxPage)
    {
        var keys = new List<string>();
        for (KeyRange? rest = range; rest is { } next;)
        {
            var page = await Tables.ReadRangeAsync(Partition, next, take);
            Assert.InRange(page.Rows.Count, page.Next is null ? 0 : 1, take);
            keys.AddRange(page.Rows.Select(row => row.Key));
            rest = page.Next;
        }

        return keys;
    }

    /// <summary>Receives the one message that is expected to be visible.</summary>
    protected async Task<QueueMessage> ReceiveOneAsync(string queue = Inbox) =>
        Assert.Single(await Queue.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(1)));

    protected async Task NothingIsVisibleAsync(string queue = Inbox) =>
        Assert.Empty(await Queue.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(1)));
}
