using Azure;
using Azure.Data.Tables;

namespace Talon.Storage.Azure;

/// <summary>Moves the rows of shards from one account to another. Nobody may write meanwhile.</summary>
/// <remarks>
/// Each step may be interrupted and said again. Copying only adds: a row that the other account has with another body stops
/// it, since that row may be newer.
/// </remarks>
/// <param name="from">Which connection holds which shard now.</param>
/// <param name="to">Which shall.</param>
/// <param name="account">The account of a connection of either map.</param>
/// <param name="table">The name of the table.</param>
public sealed class ShardMove(ShardMap from, ShardMap to, Func<string, StorageAccount> account, string table = AzureTableStore.DefaultTable)
{
    /// <summary>Copies what has to move, and compares the copy with the original; the number of rows that stand in both.</summary>
    /// <exception cref="ShardMoveException">The other account has rows that differ.</exception>
    public async Task<long> CopyAsync(CancellationToken cancellation = default)
    {
        await MakeTablesAsync(cancellation);
        long rows = 0;
        foreach (var source in from.Connections)
        {
            await foreach (var batch in BatchesAsync(source, partition => HolderIn(from, partition) == source && HolderIn(to, partition) != source, cancellation))
            {
                await CopyAsync(Table(HolderIn(to, batch[0].PartitionKey)), batch, cancellation);
                rows += batch.Count;
            }
        }

        var copied = await CountCopiedAsync(cancellation);
        return copied == rows ? rows : throw new ShardMoveException($"{copied} rows stand where {rows} were copied from: the other account has rows that are in the way. Discard them, if the app never ran with the new map.");
    }

    /// <summary>Takes back a copy, while the app still works with the old map; the number of rows.</summary>
    public Task<long> DiscardAsync(CancellationToken cancellation = default) => DeleteAsync(to, from, cancellation);

    /// <summary>Removes the originals, once the app works with the new map; the number of rows.</summary>
    /// <exception cref="ShardMoveException">Nothing was copied.</exception>
    public async Task<long> RemoveAsync(CancellationToken cancellation = default)
    {
        await MakeTablesAsync(cancellation);
        return await CountCopiedAsync(cancellation) > 0 ? await DeleteAsync(from, to, cancellation) : throw new ShardMoveException("The new accounts have no rows of these shards: copy them first.");
    }

    private async Task MakeTablesAsync(CancellationToken cancellation)
    {
        foreach (var target in to.Connections)
            await Table(target).CreateIfNotExistsAsync(cancellation);
    }

    private static string HolderIn(ShardMap map, string partition) => map.Connections[map.ConnectionOf(partition)];

    private static TableEntity Bare(TableEntity entity) => EntityBody.Pack(entity.PartitionKey, entity.RowKey, EntityBody.Unpack(entity).Body);

    private static async Task CopyAsync(TableClient target, IReadOnlyList<TableEntity> batch, CancellationToken cancellation)
    {
        try
        {
            await target.SubmitTransactionAsync(batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, Bare(entity))), cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // Some of it may be there from an earlier run.
            foreach (var entity in batch)
                await CopyAsync(target, entity, cancellation);
        }
    }

    private static async Task CopyAsync(TableClient target, TableEntity entity, CancellationToken cancellation)
    {
        var there = await target.GetEntityIfExistsAsync<TableEntity>(entity.PartitionKey, entity.RowKey, cancellationToken: cancellation);
        if (!there.HasValue)
            await target.AddEntityAsync(Bare(entity), cancellation);
        else if (!EntityBody.Unpack(there.Value!).Body.Span.SequenceEqual(EntityBody.Unpack(entity).Body.Span))
            throw new ShardMoveException($"The row {entity.RowKey} of {entity.PartitionKey} stands in both accounts, and differs: was the app running, or were these shards moved before?");
    }

    private async Task<long> CountCopiedAsync(CancellationToken cancellation)
    {
        long rows = 0;
        foreach (var target in to.Connections)
            await foreach (var batch in BatchesAsync(target, partition => HolderIn(to, partition) == target && HolderIn(from, partition) != target, cancellation))
                rows += batch.Count;
        return rows;
    }

    /// <summary>Deletes the rows that stand where the first map says and the second does not.</summary>
    private async Task<long> DeleteAsync(ShardMap where, ShardMap unlike, CancellationToken cancellation)
    {
        long rows = 0;
        foreach (var place in where.Connections)
        {
            await foreach (var batch in BatchesAsync(place, partition => HolderIn(where, partition) == place && HolderIn(unlike, partition) != place, cancellation))
            {
                await Table(place).SubmitTransactionAsync(batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Delete, entity, ETag.All)), cancellation);
                rows += batch.Count;
            }
        }

        return rows;
    }

    /// <summary>The rows of some partitions, in batches that fit into one transaction.</summary>
    private async IAsyncEnumerable<IReadOnlyList<TableEntity>> BatchesAsync(string connection, Func<string, bool> moves, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<TableEntity>();
        var size = 0;
        await foreach (var entity in Table(connection).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            var body = EntityBody.Unpack(entity).Body.Length;
            if (batch.Count > 0 && (batch[0].PartitionKey != entity.PartitionKey || batch.Count == StorageLimits.MaxChanges || size + body > StorageLimits.MaxTransaction))
            {
                yield return batch;
                (batch, size) = ([], 0);
            }

            if (!moves(entity.PartitionKey))
                continue;
            batch.Add(entity);
            size += body;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private TableClient Table(string connection) => account(connection).Table(table);
}
