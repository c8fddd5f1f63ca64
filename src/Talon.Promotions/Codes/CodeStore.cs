using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Keeps coupons or referrals by their codes, which are unique in an Application.</summary>
internal sealed class CodeStore<TRow>(ITableStore store, IRandomSource random, CodeKind<TRow> kind)
{
    private const int MostSideBySide = 256;
    private const int MostFruitlessDraws = 50;

    private readonly CodeIndex _index = new(store, kind.Name);
    private readonly ProfileLinks _links = new(store);

    /// <summary>Inserts new rows under codes drawn from a pattern; a code that is taken is drawn anew, unless the pattern leaves no choice.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="rows">The rows; they get their codes.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="pointer">Where the pattern stands in the request.</param>
    /// <param name="cancellation">Ends the work between inserts.</param>
    /// <exception cref="InvalidRequestException">The pattern does not give enough new codes.</exception>
    public async Task InsertAsync(Application application, TRow[] rows, CodePattern pattern, string pointer, CancellationToken cancellation)
    {
        if (Math.Pow(2, pattern.Bits) < rows.Length)
            throw new InvalidRequestException(new Problem("Invalid value", $"The pattern cannot give {rows.Length} different codes.", pointer));
        foreach (var chunk in Enumerable.Range(0, rows.Length).Chunk(MostSideBySide))
            await InsertAsync(application, rows, chunk, pattern, pointer, cancellation);
    }

    /// <summary>The row with a code drawn from a pattern.</summary>
    public TRow Draw(Application application, TRow row, CodePattern pattern) => kind.WithCode(row, application.NormalizeCode(pattern.Next(random)));

    /// <summary>Inserts one row under the code that it has; false when that is taken.</summary>
    public async Task<bool> InsertAsync(long applicationId, TRow row, CancellationToken cancellation)
    {
        var (id, campaign, code) = kind.Identity(row);
        await Task.WhenAll(_index.AddAsync(campaign, [(id, code)], cancellation), LinkAsync(applicationId, [row], cancellation));
        return await InsertRowAsync(applicationId, row, cancellation);
    }

    /// <summary>Whether the Application has a code, in the case that it stores.</summary>
    public async Task<bool> ExistsAsync(long applicationId, string code, CancellationToken cancellation) =>
        await store.ReadAsync(kind.Partition(applicationId, code), kind.RowKey, cancellation) is not null;

    /// <summary>The code of an id; null when the campaign never had it.</summary>
    public Task<string?> CodeAsync(long campaignId, long id, CancellationToken cancellation) => _index.FindAsync(campaignId, id, cancellation);

    /// <summary>Ids and codes of a campaign, in the order of their ids; some may lead nowhere.</summary>
    public IAsyncEnumerable<(long Id, string Code)> ListAsync(long campaignId, CancellationToken cancellation) => _index.ListAsync(campaignId, cancellation);

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
            var edited = edit(found.Stored);
            if (edited is not null)
                await LinkAsync(application.Id, [edited], cancellation);
            var change = edited is not null
                ? Change.Replace(found.Row.Key, RowCodec.Encode(edited, kind.Json), found.Row.ETag)
                : Change.Delete(found.Row.Key, found.Row.ETag);
            if ((await store.CommitAsync(found.Partition, [change], cancellation)).Committed)
                return true;
        }

        return false;
    }

    private async Task<(string Partition, Row Row, TRow Stored)?> FindAsync(Application application, long campaignId, long id, CancellationToken cancellation)
    {
        if (await CodeAsync(campaignId, id, cancellation) is not { } code)
            return null;
        var partition = kind.Partition(application.Id, application.NormalizeCode(code));
        if (await store.ReadAsync(partition, kind.RowKey, cancellation) is not { } row)
            return null;
        var stored = RowCodec.Decode(row.Body, kind.Json);
        return kind.Identity(stored).Id == id ? (partition, row, stored) : null;
    }

    private async Task InsertAsync(Application application, TRow[] rows, int[] chunk, CodePattern pattern, string pointer, CancellationToken cancellation)
    {
        var fruitless = 0;
        for (var left = chunk; left.Length > 0;)
        {
            var before = left.Length;
            foreach (var i in left)
                rows[i] = Draw(application, rows[i], pattern);
            await Task.WhenAll(
                _index.AddAsync(kind.Identity(rows[left[0]]).CampaignId, [.. left.Select(i => (kind.Identity(rows[i]).Id, kind.Identity(rows[i]).Code))], cancellation),
                LinkAsync(application.Id, left.Select(i => rows[i]), cancellation));
            var inserted = await Task.WhenAll(left.Select(i => InsertRowAsync(application.Id, rows[i], cancellation)));
            left = [.. left.Zip(inserted).Where(pair => !pair.Second).Select(pair => pair.First)];
            fruitless = left.Length < before ? 0 : fruitless + 1;
            if (fruitless == MostFruitlessDraws)
                throw new InvalidRequestException(new Problem("Invalid value", "The pattern gives hardly any new codes.", pointer));
            if (left.Length > 0 && pattern.Bits < 1)
                throw new InvalidRequestException(new Problem("Duplicate", $"The code \"{kind.Identity(rows[left[0]]).Code}\" exists already in this Application.", pointer));
        }
    }

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
