using System.Text.Json;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The rows of the configuration: a version row, a row per change set, pages of large ones, and checkpoints.</summary>
/// <remarks>
/// All but the version row are written once. Pages and checkpoints are written before anything refers to them, so that a
/// crash leaves only rows that nobody reads.
/// </remarks>
internal sealed class ConfigurationLog(ITableStore table)
{
    private const string Partition = "config";
    private const string HeadKey = "version";
    private const int PageSize = StorageLimits.MaxBody;
    private const int PagesAtOnce = StorageLimits.MaxTransaction / StorageLimits.MaxBody;

    /// <summary>Reads the version row; null before the first change.</summary>
    public async ValueTask<(ConfigurationHead Head, string ETag)?> ReadHeadAsync(CancellationToken cancellation) =>
        await table.ReadAsync(Partition, HeadKey, cancellation) is { } row
            ? (StoredJson.Read(row.Body.Span, ConfigurationJson.Default.ConfigurationHead), row.ETag)
            : null;

    /// <summary>Reads the changes of the versions after one version, up to another.</summary>
    public async ValueTask<List<ConfigurationChange>> ReadChangesAsync(long after, long upTo, CancellationToken cancellation)
    {
        List<ConfigurationChange> changes = [];
        var version = after;
        await foreach (var row in table.StreamAsync(Partition, new(ChangeKey(after + 1), ChangeKey(upTo + 1)), cancellation))
        {
            if (row.Key != ChangeKey(++version))
                throw Damaged(version);
            var (header, packed) = ReadHeader(row);
            changes.AddRange(ChangeCodec.Unpack(header.Pages == 0 ? AsStream(packed) : await ReadPagesAsync(SetPrefix(header.Id), cancellation)));
        }

        return version == upTo ? changes : throw Damaged(version + 1);
    }

    /// <summary>Reads a whole configuration as the changes that make it.</summary>
    /// <exception cref="InvalidDataException">It is not there, or not whole: a newer one is in force by now.</exception>
    public async ValueTask<List<ConfigurationChange>> ReadCheckpointAsync(CheckpointHeader checkpoint, CancellationToken cancellation)
    {
        var packed = await ReadPagesAsync(CheckpointPrefix(checkpoint.Version), cancellation);
        return packed.Length == checkpoint.Bytes ? ChangeCodec.Unpack(packed) : throw Damaged(checkpoint.Version);
    }

    /// <summary>Removes all checkpoints of versions before one, those that never came in force too.</summary>
    public async ValueTask RemoveCheckpointsAsync(long before, CancellationToken cancellation)
    {
        await foreach (var batch in table.StreamAsync(Partition, new("checkpoint-", CheckpointPrefix(before)), cancellation).Chunk(StorageLimits.MaxChanges))
            await table.CommitAsync(Partition, [.. batch.Select(row => Change.Delete(row.Key, row.ETag))], cancellation);
    }

    /// <summary>The id of the change set that made a version; null when there is no such version yet.</summary>
    public async ValueTask<string?> ReadAuthorAsync(long version, CancellationToken cancellation) =>
        await table.ReadAsync(Partition, ChangeKey(version), cancellation) is { } row ? ReadHeader(row).Header.Id : null;

    /// <summary>Writes a checkpoint; it counts once a version row refers to it.</summary>
    public ValueTask WriteCheckpointAsync(long version, byte[] packed, CancellationToken cancellation) =>
        WritePagesAsync(CheckpointPrefix(version), packed, cancellation);

    /// <summary>Writes the pages of a change set that is too large for the change row; returns how many there are, 0 for none.</summary>
    public async ValueTask<int> WriteSetAsync(string id, byte[] packed, CancellationToken cancellation)
    {
        if (packed.Length <= PageSize / 2)
            return 0;
        await WritePagesAsync(SetPrefix(id), packed, cancellation);
        return (packed.Length + PageSize - 1) / PageSize;
    }

    /// <summary>Writes the change row of the head's version and flips the version row, both or none.</summary>
    public async ValueTask<bool> TryCommitAsync(ConfigurationHead head, string? etag, ChangeHeader header, byte[] packed, CancellationToken cancellation)
    {
        byte[] first = [.. JsonSerializer.SerializeToUtf8Bytes(header, ConfigurationJson.Default.ChangeHeader), (byte)'\n'];
        byte[] body = header.Pages == 0 ? [.. first, .. packed] : first;
        var version = JsonSerializer.SerializeToUtf8Bytes(head, ConfigurationJson.Default.ConfigurationHead);
        var flip = etag is null ? Change.Insert(HeadKey, version) : Change.Replace(HeadKey, version, etag);
        return (await table.CommitAsync(Partition, [Change.Insert(ChangeKey(head.Version), body), flip], cancellation)).Committed;
    }

    private static (ChangeHeader Header, ReadOnlyMemory<byte> Packed) ReadHeader(Row row)
    {
        var end = row.Body.Span.IndexOf((byte)'\n');
        return (StoredJson.Read(row.Body.Span[..end], ConfigurationJson.Default.ChangeHeader), row.Body[(end + 1)..]);
    }

    private async ValueTask WritePagesAsync(string prefix, byte[] packed, CancellationToken cancellation)
    {
        var pages = packed.Chunk(PageSize).Select((page, index) => Change.Upsert(prefix + KeyText.Number(index), page));
        foreach (var batch in pages.Chunk(PagesAtOnce))
            await table.CommitAsync(Partition, batch, cancellation);
    }

    private async ValueTask<MemoryStream> ReadPagesAsync(string prefix, CancellationToken cancellation)
    {
        var all = new MemoryStream();
        await foreach (var row in table.StreamAsync(Partition, KeyRange.Prefix(prefix), cancellation))
            all.Write(row.Body.Span);
        all.Position = 0;
        return all;
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray(), writable: false);

    private static string ChangeKey(long version) => "change-" + KeyText.Number(version);

    private static string SetPrefix(string id) => $"set-{id}-";

    private static string CheckpointPrefix(long version) => $"checkpoint-{KeyText.Number(version)}-";

    private static InvalidDataException Damaged(long version) => new($"The stored configuration has no version {version}.");
}
