using System.Text.Json;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Begins attempts, and finds them again.</summary>
internal sealed class AttemptStore(ITableStore store, IMessageQueue queue, TimeProvider clock)
{
    /// <summary>The queue of guard messages.</summary>
    public const string GuardQueue = "guard";

    /// <summary>How long an attempt may take before its guard gives it up; longer than any request may run.</summary>
    public static readonly TimeSpan GuardDelay = TimeSpan.FromSeconds(60);

    private readonly ProfileLinks _links = new(store);

    /// <summary>Leads from a customer to where claims will name them, before they do.</summary>
    public Task LinkAsync(IEnumerable<Claim> claims, string? customer) => _links.AddAsync(claims, customer, CancellationToken.None);

    /// <summary>Writes the attempt's row, leaves a note with the profile, and queues the guard message.</summary>
    /// <exception cref="RaceLostException">It took so long that the guard may have come and gone, and seen nothing to guard.</exception>
    public async Task<OpenAttempt> BeginAsync(AttemptReference attempt, IReadOnlyList<Claim> claims, string? heldAt, CancellationToken cancellation)
    {
        var row = new AttemptRow { Id = attempt.Id, State = AttemptState.Pending, Begun = clock.GetUtcNow(), Claims = claims, HeldAt = heldAt };
        var sent = clock.GetTimestamp();
        var begin = store.CommitAsync(attempt.Owner, [Change.Insert(OwnerRows.Pending(attempt.Id), RowCodec.Encode(row, RowJson.Default.AttemptRow))], cancellation).AsTask();
        var guard = queue.SendAsync(GuardQueue, Message(attempt), GuardDelay, cancellation).AsTask();
        var held = heldAt is null ? Task.FromResult<string?>(null) : HoldAsync(attempt, heldAt, cancellation);
        await Task.WhenAll(begin, guard, held);
        if (clock.GetElapsedTime(sent) >= GuardDelay)
            throw new RaceLostException(attempt.Owner);
        var result = await begin;
        return result.Committed
            ? new OpenAttempt(attempt, row, result.ETags![0], await held, await guard)
            : throw new StorageUnavailableException("The beginning of an update was not confirmed.");
    }

    /// <summary>Takes the guard message of a settled attempt out of its queue. Where that fails it comes, and finds nothing to do.</summary>
    public async Task DismissGuardAsync(OpenAttempt attempt)
    {
        try
        {
            await queue.DeleteAsync(attempt.Guard);
        }
        catch (StorageUnavailableException)
        {
        }
    }

    /// <summary>Notes further claims, before they are asked for.</summary>
    /// <exception cref="AttemptAbandonedException">Somebody gave the attempt up.</exception>
    public Task ExtendAsync(OpenAttempt attempt, IReadOnlyList<Claim> claims, CancellationToken cancellation) =>
        WriteAsync(attempt, attempt.Row with { Claims = claims }, cancellation);

    /// <summary>Notes coupons, before they are created.</summary>
    /// <exception cref="AttemptAbandonedException">Somebody gave the attempt up.</exception>
    public Task CreatingAsync(OpenAttempt attempt, IReadOnlyList<CreatedCode> created) =>
        WriteAsync(attempt, attempt.Row with { Created = created }, CancellationToken.None);

    private async Task WriteAsync(OpenAttempt attempt, AttemptRow row, CancellationToken cancellation)
    {
        var change = Change.Replace(OwnerRows.Pending(row.Id), RowCodec.Encode(row, RowJson.Default.AttemptRow), attempt.ETag);
        var result = await store.CommitAsync(attempt.Reference.Owner, [change], cancellation);
        if (!result.Committed)
            throw new AttemptAbandonedException(row.Id);
        attempt.Written(row, result.ETags![0]);
    }

    /// <summary>Reads an attempt wherever it stands; null when there is none.</summary>
    public async Task<(AttemptRow Row, string ETag)?> FindAsync(AttemptReference attempt, CancellationToken cancellation)
    {
        var pending = store.ReadAsync(attempt.Owner, OwnerRows.Pending(attempt.Id), cancellation).AsTask();
        var ended = store.ReadAsync(attempt.Owner, OwnerRows.Ended(attempt.Id), cancellation).AsTask();
        await Task.WhenAll(pending, ended);
        // It may have ended between the two readings.
        var found = await ended ?? await pending ?? await store.ReadAsync(attempt.Owner, OwnerRows.Ended(attempt.Id), cancellation);
        return found is { } row
            ? (RowCodec.Decode(row.Body, RowJson.Default.AttemptRow), row.ETag)
            : null;
    }

    /// <summary>The claims that an attempt confirmed; none where there was no attempt.</summary>
    public async Task<IReadOnlyList<Claim>> ConfirmedAsync(string owner, string? attempt, CancellationToken cancellation)
    {
        if (attempt is null)
            return [];
        var found = await FindAsync(new AttemptReference(owner, attempt), cancellation)
            ?? throw new InvalidOperationException($"The attempt {attempt} of {owner} is missing.");
        return found.Row.Claims;
    }

    /// <summary>The body of a message that names an attempt.</summary>
    public static string Message(AttemptReference attempt) => JsonSerializer.Serialize(attempt, RowJson.Default.AttemptReference);

    /// <summary>The attempt that a message names.</summary>
    public static AttemptReference Parse(string message) => StoredJson.Read(message, RowJson.Default.AttemptReference);

    /// <summary>Leaves a note of an attempt in the partition of a profile or card; its ETag.</summary>
    public async Task<string?> HoldAsync(AttemptReference attempt, string profilePartition, CancellationToken cancellation)
    {
        var note = RowCodec.Encode(new HeldRow(attempt, clock.GetUtcNow()), RowJson.Default.HeldRow);
        return (await store.CommitAsync(profilePartition, [Change.Upsert(OwnerRows.Held(attempt.Id), note)], cancellation)).ETags?[0];
    }
}
