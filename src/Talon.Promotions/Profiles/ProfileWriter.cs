using System.Text.Json;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Brings profiles into being, and notes that they are alive.</summary>
internal sealed class ProfileWriter(ITableStore store, IdSource ids)
{
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
    /// <exception cref="RaceLostException">Somebody else changed the profile meanwhile.</exception>
    public async Task<KnownProfile> BindAsync(ProfileRead read, ProfileRow planned, CancellationToken cancellation)
    {
        if (ReferenceEquals(planned, read.Stored))
            return new KnownProfile(planned, read.ETag!);
        var body = RowCodec.Encode(planned, RowJson.Default.ProfileRow);
        var change = read.ETag is { } etag ? Change.Replace(OwnerRows.Entity, body, etag) : Change.Insert(OwnerRows.Entity, body);
        var result = await store.CommitAsync(read.Partition, [change], cancellation);
        return result.Committed ? new KnownProfile(planned, result.ETags![0]) : throw new RaceLostException(read.Partition);
    }

    /// <summary>Notes the time of an update that was not dry.</summary>
    public async Task TouchAsync(string profilePartition, DateTimeOffset now, CancellationToken cancellation) =>
        await store.CommitAsync(profilePartition, [Change.Upsert(OwnerRows.Activity, RowCodec.Encode(new ActivityRow(now), RowJson.Default.ActivityRow))], cancellation);
}
