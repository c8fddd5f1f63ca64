using Azure;
using Azure.Data.Tables;

namespace Talon.Storage.Azure;

/// <summary>Tables in Azure Table Storage, one table in each account of a <see cref="ShardMap"/>.</summary>
/// <remarks>The table comes into being at the first write. Creating the store makes no call.</remarks>
public sealed class AzureTableStore : ITableStore
{
    /// <summary>The name of the table unless another is given.</summary>
    public const string DefaultTable = "talon";

    private const string TableNotFound = "TableNotFound";
    private const string EntityAlreadyExists = "EntityAlreadyExists";

    private readonly ShardMap _shards;
    private readonly TableClient[] _tables;

    /// <summary>Creates the store.</summary>
    /// <param name="shards">Which account holds which partition.</param>
    /// <param name="account">The account of a connection of the map.</param>
    /// <param name="table">The name of the table.</param>
    public AzureTableStore(ShardMap shards, Func<string, StorageAccount> account, string table = DefaultTable)
    {
        _shards = shards;
        _tables = [.. shards.Connections.Select(name => account(name).Table(table))];
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation = default)
    {
        StorageChecks.Key(partition);
        StorageChecks.Key(key);
        try
        {
            var found = await Of(partition).GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
            return found.HasValue ? EntityBody.Unpack(found.Value!) : null;
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take = StorageLimits.MaxPage, CancellationToken cancellation = default)
    {
        StorageChecks.Range(partition, range, take);
        if (range.Until is not null && string.CompareOrdinal(range.From, range.Until) >= 0)
            return new([], null);
        try
        {
            var pages = Of(partition).QueryAsync<TableEntity>(RangeFilter.Create(partition, range), take, cancellationToken: cancellation).AsPages();
            // The service may answer with an empty page and a continuation.
            await foreach (var page in pages)
                if (page.Values.Count > 0)
                    return Trim(page, range);
            return new([], null);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableNotFound)
        {
            return new([], null);
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation = default)
    {
        StorageChecks.Commit(partition, changes);
        cancellation.ThrowIfCancellationRequested();
        var table = Of(partition);
        try
        {
            return await SubmitAsync(table, partition, changes, cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableNotFound)
        {
            await CreateAsync(table, cancellation);
            return await SubmitAsync(table, partition, changes, cancellation);
        }
    }

    private TableClient Of(string partition) => _tables[_shards.ConnectionOf(partition)];

    private static RowPage Trim(Page<TableEntity> page, KeyRange range)
    {
        var rows = new List<Row>(page.Values.Count);
        var size = 0;
        foreach (var entity in page.Values)
        {
            var row = EntityBody.Unpack(entity);
            size += row.Body.Length;
            if (rows.Count > 0 && size > StorageLimits.MaxPageBody)
                return new(rows, range with { From = row.Key });
            rows.Add(row);
        }

        return new(rows, page.ContinuationToken is null ? null : range with { From = RangeFilter.After(rows[^1].Key) });
    }

    private static async Task<CommitResult> SubmitAsync(TableClient table, string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        try
        {
            var answers = await table.SubmitTransactionAsync(changes.Select(change => Action(partition, change)), cancellation);
            return CommitResult.Done([.. changes.Select((change, i) => change.Kind == ChangeKind.Delete ? "" : answers.Value[i].Headers.ETag!.Value.ToString())]);
        }
        catch (RequestFailedException conflict) when (IsConflict(conflict))
        {
            if (conflict is TableTransactionFailedException { FailedTransactionActionIndex: { } index } && index < changes.Count)
                return CommitResult.Conflict(changes[index].Key);
            throw new StorageUnavailableException("Azure Storage did not say which change conflicts.", conflict);
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    private static async Task CreateAsync(TableClient table, CancellationToken cancellation)
    {
        try
        {
            await table.CreateIfNotExistsAsync(cancellation);
        }
        catch (Exception exception) when (Failures.IsUnavailable(exception, cancellation))
        {
            throw Failures.Unavailable(exception);
        }
    }

    private static bool IsConflict(RequestFailedException failed) => failed.Status switch
    {
        412 => true,
        409 => failed.ErrorCode == EntityAlreadyExists,
        404 => failed.ErrorCode != TableNotFound,
        _ => false,
    };

    private static TableTransactionAction Action(string partition, Change change) => change.Kind switch
    {
        ChangeKind.Insert => new(TableTransactionActionType.Add, EntityBody.Pack(partition, change.Key, change.Body)),
        ChangeKind.Replace => new(TableTransactionActionType.UpdateReplace, EntityBody.Pack(partition, change.Key, change.Body), EntityETag.Condition(change.ETag!)),
        ChangeKind.Upsert => new(TableTransactionActionType.UpsertReplace, EntityBody.Pack(partition, change.Key, change.Body)),
        _ => new(TableTransactionActionType.Delete, new TableEntity(partition, change.Key), EntityETag.Condition(change.ETag!)),
    };
}
