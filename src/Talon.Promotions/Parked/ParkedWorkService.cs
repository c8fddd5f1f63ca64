using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Shows work that was set aside, and has it tried again.</summary>
public sealed class ParkedWorkService
{
    internal const string Partition = "parked";

    private readonly ITableStore _store;
    private readonly OutboxWorker _outbox;
    private readonly PoisonShelf _poison;
    private readonly WebhookCalls _webhooks;

    internal ParkedWorkService(ITableStore store, IMessageQueue queue, OutboxWorker outbox, WebhookCalls webhooks) =>
        (_store, _outbox, _poison, _webhooks) = (store, outbox, new PoisonShelf(queue), webhooks);

    /// <summary>All that is owed and set aside, and the first 32 messages of each poison queue.</summary>
    public async Task<IReadOnlyList<ParkedWork>> ListAsync(CancellationToken cancellation)
    {
        var messages = _poison.ListAsync(cancellation);
        return [.. await ListOwedAsync(cancellation), .. await messages];
    }

    /// <summary>Tries one again; false when nothing of that id is set aside. What fails again is listed again.</summary>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancellation) =>
        await ReplayOwedAsync(id, cancellation) || await _poison.ReplayAsync(id, cancellation);

    private async Task<IReadOnlyList<ParkedWork>> ListOwedAsync(CancellationToken cancellation)
    {
        var rows = await _store.ReadAllAsync(Partition, KeyRange.All, cancellation);
        return [.. rows.Select(row => (row.Key, Parked: RowCodec.Decode(row.Body, RowJson.Default.ParkedRow))).Select(pair => new ParkedWork(pair.Key, pair.Parked.Reason, pair.Parked.Target, pair.Parked.Parked))];
    }

    private async Task<bool> ReplayOwedAsync(string id, CancellationToken cancellation)
    {
        if (id.Length != KeyText.Hash("").Length || !id.All(char.IsAsciiLetterOrDigit) || await _store.ReadAsync(Partition, id, cancellation) is not { } entry)
            return false;
        var parked = RowCodec.Decode(entry.Body, RowJson.Default.ParkedRow);
        if (parked.Key == WebhookCallRow.Key)
        {
            await _webhooks.ReplayAsync(parked.Owner, cancellation);
            await _store.CommitAsync(Partition, [Change.Delete(id, entry.ETag)], cancellation);
            return true;
        }

        if (await _store.ReadAsync(parked.Owner, parked.Key, cancellation) is { } row)
        {
            var owed = RowCodec.Decode(row.Body, RowJson.Default.OutboxRow) with { Failures = 0, Parked = null };
            await _store.CommitAsync(parked.Owner, [Change.Replace(row.Key, RowCodec.Encode(owed, RowJson.Default.OutboxRow), row.ETag)], cancellation);
            await _outbox.WorkOffAsync(parked.Owner, cancellation);
        }

        if (await _store.ReadAsync(parked.Owner, parked.Key, cancellation) is null)
            await _store.CommitAsync(Partition, [Change.Delete(id, entry.ETag)], cancellation);
        return true;
    }
}
