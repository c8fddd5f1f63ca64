using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Brings profiles into being, and notes that they are alive.</summary>
internal sealed class ProfileWriter(ITableStore store, IdSource ids)
{
    /// <summary>Most memberships that change in one transaction.</summary>
    private const int MostMoves = 90;

    /// <summary>Most memberships that change along with a profile.</summary>
    private const int MostMovesInCommit = 40;

    private readonly AudienceIndex _index = new(store);

    /// <summary>Account id of every entity: a deployment serves one account.</summary>
    public const long AccountId = 1;

    /// <summary>An empty profile that is not stored yet.</summary>
    public async Task<CustomerProfile> NewAsync(string integrationId, DateTimeOffset now, CancellationToken cancellation) => new()
    {
        Id = await ids.NextAsync(IdKinds.Profile, cancellation),
        Created = now,
        IntegrationId = integrationId,
        Attributes = JsonObject.Empty,
        AccountId = AccountId,
        ClosedSessions = 0,
        TotalSales = 0,
        LastActivity = now,
    };

    /// <summary>Makes sure that a profile exists; somebody else may be faster.</summary>
    public async Task CreateAsync(ProfileRead read, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = new ProfileRow { Profile = await NewAsync(read.IntegrationId, now, cancellation) };
        await store.CommitAsync(read.Partition, [Change.Insert(OwnerRows.Entity, RowCodec.Encode(row, RowJson.Default.ProfileRow))], cancellation);
    }

    /// <summary>The profile as it is to stand once a session is bound to it: in being, and with a first session.</summary>
    public async Task<ProfileRow> PlanAsync(ProfileRead read, string sessionPartition, DateTimeOffset now, CancellationToken cancellation) => read.Stored switch
    {
        { FirstSession: not null } bound => bound,
        { } stored => stored with { FirstSession = sessionPartition },
        null => new ProfileRow { Profile = await NewAsync(read.IntegrationId, now, cancellation), FirstSession = sessionPartition },
    };

    /// <summary>Makes a planned profile so.</summary>
    /// <param name="read">The profile as it was read.</param>
    /// <param name="planned">The profile as it is to stand.</param>
    /// <param name="named">The partition of a session that is about to name the profile for the first time; null for none.</param>
    /// <param name="cancellation">Ends the work before it is written.</param>
    /// <exception cref="RaceLostException">Somebody else changed the profile meanwhile.</exception>
    public async Task<KnownProfile> BindAsync(ProfileRead read, ProfileRow planned, string? named, CancellationToken cancellation)
    {
        var changes = new List<Change>();
        if (!ReferenceEquals(planned, read.Stored))
        {
            var body = RowCodec.Encode(planned, RowJson.Default.ProfileRow);
            changes.Add(read.ETag is { } etag ? Change.Replace(OwnerRows.Entity, body, etag) : Change.Insert(OwnerRows.Entity, body));
        }

        if (named is not null)
            changes.Add(LinkRows.To(named));
        if (changes.Count == 0)
            return new KnownProfile(planned, read.ETag!);
        var result = await store.CommitAsync(read.Partition, changes, cancellation);
        if (result.Committed && ReferenceEquals(planned, read.Stored))
            return new KnownProfile(planned, read.ETag!);
        return result.Committed ? new KnownProfile(planned, result.ETags![0]) : throw new RaceLostException(read.Partition);
    }

    /// <summary>Lets a customer join and leave audiences, and makes sure that they are one; false when somebody else was faster.</summary>
    public async Task<bool> MoveAsync(ProfileRead read, AudienceMoves moves, DateTimeOffset now, CancellationToken cancellation)
    {
        var entries = await AnnounceAsync(read.IntegrationId, moves, cancellation);
        var changes = moves.Changes.ToList();
        if (read.Stored is null)
            changes.Insert(0, Change.Insert(OwnerRows.Entity, RowCodec.Encode(new ProfileRow { Profile = await NewAsync(read.IntegrationId, now, cancellation) }, RowJson.Default.ProfileRow)));
        foreach (var chunk in changes.Chunk(MostMoves))
        {
            if (!(await store.CommitAsync(read.Partition, chunk, cancellation)).Committed)
                return false;
        }

        await _index.RemoveAsync(entries, cancellation);
        return true;
    }

    /// <summary>Notes with audiences who is about to join them; the entries to remove once those who leave have left.</summary>
    public async Task<IReadOnlyList<(string Partition, Row Row)>> AnnounceAsync(string integrationId, AudienceMoves moves, CancellationToken cancellation)
    {
        var entries = _index.FindAsync(integrationId, moves.Left.Select(membership => membership.Audience), cancellation);
        await Task.WhenAll(entries, _index.AnnounceAsync(integrationId, moves.Joined, cancellation));
        return await entries;
    }

    /// <summary>Writes the moves that do not fit into one commit with the profile, ahead of it; those that do, null when somebody else was faster.</summary>
    public async Task<IReadOnlyList<Change>?> MoveAheadAsync(string profilePartition, AudienceMoves moves, CancellationToken cancellation)
    {
        var changes = moves.Changes;
        foreach (var chunk in changes.Skip(MostMovesInCommit).Chunk(MostMoves))
        {
            if (!(await store.CommitAsync(profilePartition, chunk, cancellation)).Committed)
                return null;
        }

        return [.. changes.Take(MostMovesInCommit)];
    }

    /// <summary>Removes the entries of audiences that a customer has left, and notes when the members of all that moved changed.</summary>
    public Task MovedAsync(AudienceMoves moves, IReadOnlyList<(string Partition, Row Row)> entries, DateTimeOffset now, CancellationToken cancellation) => Task.WhenAll(
        _index.RemoveAsync(entries, cancellation),
        _index.TouchAsync(moves.Joined.Concat(moves.Left.Select(membership => membership.Audience)).Select(audience => audience.Id), now, cancellation));

    /// <summary>Links a customer to a partition that is about to name them.</summary>
    public async Task NameAsync(string integrationId, string partition, CancellationToken cancellation) =>
        await store.CommitAsync(Partitions.Profile(integrationId), [LinkRows.To(partition)], cancellation);

    /// <summary>Links a customer to a partition that is about to name them, and makes sure that they are one.</summary>
    public async Task LinkAsync(string integrationId, string partition, DateTimeOffset now, CancellationToken cancellation)
    {
        var profile = Partitions.Profile(integrationId);
        while (true)
        {
            var row = await store.ReadAsync(profile, OwnerRows.Entity, cancellation) is null
                ? new ProfileRow { Profile = await NewAsync(integrationId, now, cancellation) }
                : null;
            Change[] changes = row is null
                ? [LinkRows.To(partition)]
                : [LinkRows.To(partition), Change.Insert(OwnerRows.Entity, RowCodec.Encode(row, RowJson.Default.ProfileRow))];
            if ((await store.CommitAsync(profile, changes, cancellation)).Committed)
                return;
        }
    }

    /// <summary>The changes that store a profile with the time of its last activity.</summary>
    public static IReadOnlyList<Change> Write(ProfileRow row, string? etag)
    {
        var body = RowCodec.Encode(row, RowJson.Default.ProfileRow);
        return [etag is null ? Change.Insert(OwnerRows.Entity, body) : Change.Replace(OwnerRows.Entity, body, etag), Active(row.Profile.LastActivity)];
    }

    /// <summary>Notes the time of an update that was not dry. A store that does not answer is no reason to fail the update.</summary>
    public async Task TryTouchAsync(string profilePartition, DateTimeOffset now)
    {
        try
        {
            await store.CommitAsync(profilePartition, [Active(now)]);
        }
        catch (StorageUnavailableException)
        {
        }
    }

    private static Change Active(DateTimeOffset at) => Change.Upsert(OwnerRows.Activity, RowCodec.Encode(new ActivityRow(at), RowJson.Default.ActivityRow));
}
