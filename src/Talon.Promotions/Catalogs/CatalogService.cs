using System.Text.Json;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Changes what is in catalogs.</summary>
/// <remarks>
/// A sync takes effect with its catalog's next version: the version and the actions are written in one transaction, then the actions
/// are applied to the items, one sync after another. Whoever finds actions left over by a request that died applies them first.
/// </remarks>
public sealed class CatalogService
{
    private const int LargestPage = 400 * 1024;

    private readonly ITableStore _store;
    private readonly ConfigurationStore _configurations;
    private readonly CatalogReader _reader;
    private readonly CatalogWriter _writer;
    private readonly TimeProvider _clock;
    private readonly ChoreRunner _chores;

    internal CatalogService(ITableStore store, ConfigurationStore configurations, CatalogReader reader, CatalogWriter writer, ChoreRunner chores, TimeProvider clock) =>
        (_store, _configurations, _reader, _writer, _chores, _clock) = (store, configurations, reader, writer, chores, clock);

    /// <summary>Applies actions to a catalog.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="version">The version that the actions are meant for; null for whichever it is.</param>
    /// <param name="actions">The actions, of one kind, with different SKUs.</param>
    /// <param name="cancellation">Gives up before the sync takes effect.</param>
    /// <returns>The catalog and its version.</returns>
    /// <exception cref="NotFoundException">The Application has no such catalog.</exception>
    /// <exception cref="InvalidRequestException">Something is wrong with the actions, or the catalog is at another version.</exception>
    public async Task<(Catalog Catalog, long Version, DateTimeOffset Modified)> SyncAsync(RequestContext context, long catalogId, long? version, IReadOnlyList<CatalogAction> actions, CancellationToken cancellation)
    {
        var configuration = await _configurations.GetAsync(cancellation);
        var catalog = configuration.RequireCatalog(context.ApplicationId, catalogId);
        var problems = CatalogChecks.Find(catalog, configuration.For(context.ApplicationId).Attributes, actions);
        if (version is not null && (await VersionAsync(catalog, cancellation)).Version is var current && current != version)
            problems.All.Add(Outdated(current, version));
        problems.Throw();
        await _chores.PlanAsync(new ChoreRow { Kind = ChoreKind.SyncCatalog, CatalogId = catalogId }, AttemptStore.GuardDelay, cancellation);
        var partition = CatalogRows.Catalog(catalogId);
        for (var retry = new Retry(_clock); ; await retry.DelayAsync(cancellation))
        {
            var (head, etag) = await _writer.ApplyLeftOverAsync(catalogId, cancellation);
            if (version is not null && version != head.Version)
                throw new InvalidRequestException(Outdated(head.Version, version));
            var next = new CatalogHead(head.Version + 1, context.Now);
            var body = RowCodec.Encode(next, RowJson.Default.CatalogHead);
            Change[] changes =
            [
                etag is null ? Change.Insert(CatalogRows.Head, body) : Change.Replace(CatalogRows.Head, body, etag),
                .. Pages(actions).Select((page, i) => Change.Insert(CatalogRows.Sync(i), page)),
            ];
            if (!(await _store.CommitAsync(partition, changes, cancellation)).Committed)
                continue;
            await _writer.ApplyLeftOverAsync(catalogId, CancellationToken.None);
            return (catalog, next.Version, next.Modified);
        }
    }

    /// <summary>A catalog's version, and when it changed last.</summary>
    public async Task<(long Version, DateTimeOffset? Modified)> VersionAsync(Catalog catalog, CancellationToken cancellation) =>
        await _store.ReadAsync(CatalogRows.Catalog(catalog.Id), CatalogRows.Head, cancellation) is { } row && RowCodec.Decode(row.Body, RowJson.Default.CatalogHead) is var head
            ? (head.Version, head.Modified)
            : (1, null);

    /// <summary>A page of the items of a catalog, in no order that means anything, how many there are in all, and whether there are more.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="filter">Which items.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">Most items.</param>
    /// <param name="count">Whether to count them all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<(IReadOnlyList<CatalogItem> Page, long? Total, bool HasMore)> ItemsAsync(long catalogId, Func<CatalogItem, bool> filter, int skip, int take, bool count, CancellationToken cancellation)
    {
        var page = new List<CatalogItem>();
        var total = 0L;
        await foreach (var item in _reader.ListAsync(catalogId, cancellation))
        {
            if (!filter(item) || total++ < skip)
                continue;
            if (page.Count < take)
                page.Add(item);
            else if (!count)
                return (page, null, true);
        }

        return (page, count ? total : null, total > (long)skip + take);
    }

    private static Problem Outdated(long current, long? version) => new("Invalid", $"The catalog is at version {current}, not {version}.", "/version");

    private static IEnumerable<byte[]> Pages(IReadOnlyList<CatalogAction> actions)
    {
        var page = new List<CatalogAction>();
        var size = 0;
        foreach (var action in actions)
        {
            var length = JsonSerializer.SerializeToUtf8Bytes(action, RowJson.Default.CatalogAction).Length;
            if (size + length > LargestPage && page.Count > 0)
            {
                yield return RowCodec.Encode(new CatalogSyncRow(page), RowJson.Default.CatalogSyncRow);
                (page, size) = ([], 0);
            }

            page.Add(action);
            size += length;
        }

        yield return RowCodec.Encode(new CatalogSyncRow(page), RowJson.Default.CatalogSyncRow);
    }
}
