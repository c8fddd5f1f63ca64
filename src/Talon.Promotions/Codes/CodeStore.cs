using System.Runtime.CompilerServices;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Keeps coupons or referrals by their codes, which are unique in an Application.</summary>
internal sealed class CodeStore<TRow>(ITableStore store, IRandomSource random, CodeKind<TRow> kind)
    where TRow : class
{
    /// <summary>How many rows are read or written at once.</summary>
    public const int Width = 256;

    private const int ChunkSize = 2_000;
    private const int MostFruitlessDraws = 50;

    private readonly CodeIndex _index = new(store, kind.Name);
    private readonly ProfileLinks _links = new(store);

    /// <summary>Inserts new rows under codes drawn from a pattern; a code that is taken is drawn anew, unless the pattern leaves no choice. All or none.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="rows">The rows; they get their codes.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="pointer">Where the pattern stands in the request.</param>
    /// <param name="cancellation">Ends the work between inserts; some rows may be there then.</param>
    /// <exception cref="InvalidRequestException">The pattern does not give enough new codes.</exception>
    public async Task InsertAsync(Application application, TRow[] rows, CodePattern pattern, string pointer, CancellationToken cancellation)
    {
        CheckRoom(pattern, rows.Length, pointer);
        List<TRow> inserted = [];
        try
        {
            foreach (var chunk in Enumerable.Range(0, rows.Length).Chunk(ChunkSize))
                await InsertAsync(application, rows, chunk, pattern, pointer, inserted, cancellation);
        }
        catch (InvalidRequestException)
        {
            await RemoveAsync(application.Id, inserted, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Refuses a pattern that cannot give so many codes.</summary>
    public static void CheckRoom(CodePattern pattern, int count, string pointer)
    {
        if (Math.Pow(2, pattern.Bits) < count)
            throw new InvalidRequestException(new Problem("Invalid value", $"The pattern cannot give {count} different codes.", pointer));
    }

    /// <summary>Inserts rows under codes that their own sources of randomness give. Doing it again changes nothing.</summary>
    /// <exception cref="InvalidRequestException">The pattern hardly gives new codes.</exception>
    public async Task InsertDrawnAsync(Application application, IReadOnlyList<TRow> rows, CodePattern pattern, Func<TRow, IRandomSource> sourceOf, CancellationToken cancellation)
    {
        var left = rows.Select(row => (Row: row, Source: sourceOf(row))).ToList();
        for (var draws = 0; left.Count > 0; draws++)
        {
            if (draws == MostFruitlessDraws)
                throw new InvalidRequestException(new Problem("Invalid value", "The pattern gives hardly any new codes.", "/couponSettings/couponPattern"));
            left = left.ConvertAll(entry => (kind.WithCode(entry.Row, application.NormalizeCode(pattern.Next(entry.Source))), entry.Source));
            await IndexAsync(application.Id, left.ConvertAll(entry => entry.Row), cancellation);
            var taken = new bool[left.Count];
            await Concurrently.ForEachAsync([.. Enumerable.Range(0, left.Count)], Width, async i => taken[i] = !await InsertRowAsync(application.Id, left[i].Row, cancellation));
            left = [.. left.Where((_, i) => taken[i])];
        }
    }

    /// <summary>Inserts rows under the codes that they have, and returns those whose code is taken.</summary>
    public async Task<IReadOnlyList<TRow>> InsertAsync(long applicationId, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        List<TRow> taken = [];
        foreach (var chunk in rows.Chunk(ChunkSize))
        {
            await IndexAsync(applicationId, chunk, cancellation);
            var refused = new bool[chunk.Length];
            await Concurrently.ForEachAsync([.. Enumerable.Range(0, chunk.Length)], Width, async i => refused[i] = !await InsertRowAsync(applicationId, chunk[i], cancellation));
            taken.AddRange(chunk.Where((_, i) => refused[i]));
            await _index.RemoveAsync(kind.Identity(chunk[0]).CampaignId, [.. chunk.Where((_, i) => refused[i]).Select(row => kind.Identity(row).Id)], cancellation);
        }

        return taken;
    }

    /// <summary>Those of some codes, in the case that the Application stores, that are taken.</summary>
    public async Task<IReadOnlySet<string>> TakenAsync(long applicationId, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var taken = new bool[codes.Count];
        await Concurrently.ForEachAsync(
            [.. Enumerable.Range(0, codes.Count)], Width, async i => taken[i] = await store.ReadAsync(kind.Partition(applicationId, codes[i]), kind.RowKey, cancellation) is not null);
        return codes.Where((_, i) => taken[i]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The row with a code drawn from a pattern.</summary>
    public TRow Draw(Application application, TRow row, CodePattern pattern) => kind.WithCode(row, application.NormalizeCode(pattern.Next(random)));

    /// <summary>Inserts one row under the code that it has; false when that is taken.</summary>
    public async Task<bool> InsertAsync(long applicationId, TRow row, CancellationToken cancellation)
    {
        await IndexAsync(applicationId, [row], cancellation);
        return await InsertRowAsync(applicationId, row, cancellation);
    }

    /// <summary>Whether the Application has a code, in the case that it stores.</summary>
    public async Task<bool> ExistsAsync(long applicationId, string code, CancellationToken cancellation) =>
        await store.ReadAsync(kind.Partition(applicationId, code), kind.RowKey, cancellation) is not null;

    /// <summary>The code of an id; null when the campaign never had it.</summary>
    public Task<string?> CodeAsync(long campaignId, long id, CancellationToken cancellation) => _index.FindAsync(campaignId, id, cancellation);

    /// <summary>Ids and codes of a campaign above an id, in the order of their ids; some may lead nowhere.</summary>
    public IAsyncEnumerable<(long Id, string Code)> ListAsync(long campaignId, long after, CancellationToken cancellation) => _index.ListAsync(campaignId, after, cancellation);

    /// <summary>What a read gives for a campaign's codes, in the order of their ids; many are read at once, and null is left out.</summary>
    public async IAsyncEnumerable<T> ReadAllAsync<T>(long campaignId, Func<long, string, Task<T?>> readAsync, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        await foreach (var chunk in ListAsync(campaignId, 0, cancellation).Chunk(Width).WithCancellation(cancellation))
        {
            foreach (var found in await Task.WhenAll(chunk.Select(entry => readAsync(entry.Id, entry.Code))))
            {
                if (found is not null)
                    yield return found;
            }
        }
    }

    /// <summary>Edits a row; false when the campaign has none of that id.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="id">The id.</param>
    /// <param name="edit">Gives the row as it shall be, null to delete it; run again when somebody else was faster.</param>
    /// <param name="cancellation">Ends the edit before it is written.</param>
    public async Task<bool> EditAsync(Application application, long campaignId, long id, Func<TRow, TRow?> edit, CancellationToken cancellation)
    {
        while (await FindAsync(application, campaignId, id, cancellation) is { } found)
        {
            if (edit(found.Stored) is not { } edited)
                return await DeleteAsync(application.Id, campaignId, id, found.Code, cancellation);
            await LinkAsync(application.Id, [edited], cancellation);
            Change[] change = [Change.Replace(found.Row.Key, RowCodec.Encode(edited, kind.Json), found.Row.ETag)];
            if ((await store.CommitAsync(found.Partition, change, cancellation)).Committed)
                return true;
        }

        return false;
    }

    /// <summary>Deletes rows of a campaign, given their ids and codes.</summary>
    public Task DeleteAsync(long applicationId, long campaignId, IReadOnlyList<(long Id, string Code)> entries, CancellationToken cancellation) =>
        Concurrently.ForEachAsync(entries, Width, entry => DeleteAsync(applicationId, campaignId, entry.Id, entry.Code, cancellation));

    /// <summary>Deletes some rows of a campaign with all that leads to them; how many there were, 0 once none is left.</summary>
    public async Task<int> RemoveSomeAsync(long applicationId, long campaignId, int most, CancellationToken cancellation)
    {
        var entries = await ListAsync(campaignId, 0, cancellation).Take(most).ToListAsync(cancellation);
        await Concurrently.ForEachAsync(entries, Width, entry => DeleteRowAsync(applicationId, entry.Id, entry.Code, cancellation));
        await _index.RemoveAsync(campaignId, [.. entries.Select(entry => entry.Id)], cancellation);
        if (entries.Count == 0)
            await _index.RemoveDirectoryAsync(campaignId, cancellation);
        return entries.Count;
    }

    private async Task<bool> DeleteAsync(long applicationId, long campaignId, long id, string code, CancellationToken cancellation)
    {
        var deleted = await DeleteRowAsync(applicationId, id, code, cancellation);
        await _index.RemoveAsync(campaignId, [id], cancellation);
        return deleted;
    }

    /// <summary>Deletes a row; false when it is gone already. What its partition keeps for it by its id means nothing any more.</summary>
    private async Task<bool> DeleteRowAsync(long applicationId, long id, string code, CancellationToken cancellation)
    {
        var partition = kind.Partition(applicationId, code);
        while (await store.ReadAsync(partition, kind.RowKey, cancellation) is { } row && kind.Identity(RowCodec.Decode(row.Body, kind.Json)).Id == id)
        {
            if ((await store.CommitAsync(partition, [Change.Delete(row.Key, row.ETag)], cancellation)).Committed)
                return true;
        }

        return false;
    }

    private async Task RemoveAsync(long applicationId, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0)
            await DeleteAsync(applicationId, kind.Identity(rows[0]).CampaignId, [.. rows.Select(kind.Identity).Select(identity => (identity.Id, identity.Code))], cancellation);
    }

    private async Task<(string Partition, string Code, Row Row, TRow Stored)?> FindAsync(Application application, long campaignId, long id, CancellationToken cancellation)
    {
        if (await CodeAsync(campaignId, id, cancellation) is not { } code)
            return null;
        var partition = kind.Partition(application.Id, code);
        if (await store.ReadAsync(partition, kind.RowKey, cancellation) is not { } row)
            return null;
        var stored = RowCodec.Decode(row.Body, kind.Json);
        return kind.Identity(stored).Id == id ? (partition, code, row, stored) : null;
    }

    private async Task InsertAsync(
        Application application, TRow[] rows, int[] chunk, CodePattern pattern, string pointer, List<TRow> inserted, CancellationToken cancellation)
    {
        var fruitless = 0;
        for (var left = chunk; left.Length > 0;)
        {
            var before = left.Length;
            foreach (var i in left)
                rows[i] = Draw(application, rows[i], pattern);
            await IndexAsync(application.Id, [.. left.Select(i => rows[i])], cancellation);
            var taken = new bool[rows.Length];
            await Concurrently.ForEachAsync(left, Width, async i => taken[i] = !await InsertRowAsync(application.Id, rows[i], cancellation));
            inserted.AddRange(left.Where(i => !taken[i]).Select(i => rows[i]));
            left = [.. left.Where(i => taken[i])];
            fruitless = left.Length < before ? 0 : fruitless + 1;
            if (fruitless == MostFruitlessDraws)
                throw new InvalidRequestException(new Problem("Invalid value", "The pattern gives hardly any new codes.", pointer));
            if (left.Length > 0 && pattern.Bits < 1)
                throw new InvalidRequestException(new Problem("Duplicate", $"The code \"{kind.Identity(rows[left[0]]).Code}\" exists already in this Application.", pointer));
        }
    }

    private Task IndexAsync(long applicationId, IReadOnlyList<TRow> rows, CancellationToken cancellation) => Task.WhenAll(
        _index.AddAsync(kind.Identity(rows[0]).CampaignId, [.. rows.Select(kind.Identity).Select(identity => (identity.Id, identity.Code))], cancellation),
        LinkAsync(applicationId, rows, cancellation));

    private Task LinkAsync(long applicationId, IEnumerable<TRow> rows, CancellationToken cancellation) => _links.AddAsync(
        rows.SelectMany(row => kind.Holders(applicationId, row).Select(holder => (holder, kind.Partition(applicationId, kind.Identity(row).Code)))),
        cancellation);

    private async Task<bool> InsertRowAsync(long applicationId, TRow row, CancellationToken cancellation)
    {
        var (id, _, code) = kind.Identity(row);
        var partition = kind.Partition(applicationId, code);
        if ((await store.CommitAsync(partition, [Change.Insert(kind.RowKey, RowCodec.Encode(row, kind.Json))], cancellation)).Committed)
            return true;
        return await store.ReadAsync(partition, kind.RowKey, cancellation) is { } there && kind.Identity(RowCodec.Decode(there.Body, kind.Json)).Id == id;
    }
}
