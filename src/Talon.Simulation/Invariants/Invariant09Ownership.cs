using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation;

/// <summary>9. No claim, outbox row or lease is left without an owner or a message that names it; at rest, nothing is left over at all.</summary>
internal sealed class Invariant09Ownership(World world) : Invariant(world, "Invariant 9, nothing is without an owner")
{
    private readonly Dictionary<string, int> _guards = [];
    private readonly Dictionary<string, int> _messages = [];

    /// <inheritdoc/>
    public override void Sent(string queue, string message) => Count(queue, Meant(queue, message), 1);

    /// <inheritdoc/>
    public override void Committed(StoreCommit commit)
    {
        foreach (var row in commit.Rows)
        {
            if (row.Inserted && Counters.Has(commit.Partition) && Counters.IsClaim(row.Key))
                LookAtClaim(commit.Partition, row.Key, Counters.ReadClaim(row.After!.Value));
            else if (row.Inserted && row.Key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal))
                LookAtGuard(row.Key, new AttemptReference(commit.Partition, RowCodec.Decode(row.After!.Value, RowJson.Default.OutboxRow).Attempt));
        }
    }

    /// <inheritdoc/>
    public override void Deleted(string queue, string message)
    {
        var meant = Meant(queue, message);
        Count(queue, meant, -1);
        if (NamesAttempt(queue) && (_messages.GetValueOrDefault(meant) == 0 || IsGuard(queue) && _guards.GetValueOrDefault(meant) == 0))
            LookAtUnguarded(AttemptStore.Parse(meant), isNamed: _messages.GetValueOrDefault(meant) > 0);
    }

    /// <inheritdoc/>
    public override Task CheckAtRestAsync()
    {
        if (World.Store.Messages() is { Count: > 0 } messages)
            Violated($"a message is left: {messages[0]}");
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (row.Key.StartsWith(OwnerRows.PendingPrefix, StringComparison.Ordinal) || row.Key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal) || row.Key.StartsWith(OwnerRows.HeldPrefix, StringComparison.Ordinal))
                Violated($"{partition} is left with {row.Key}");
            else if (row.Key == OwnerRows.Lease && RowCodec.Decode(row.Body, RowJson.Default.LeaseRow).Expires > World.Time.GetUtcNow())
                Violated($"{partition} is left with a lease that has not expired");
            else if (Counters.Has(partition) && Counters.IsClaim(row.Key) && Counters.Net(row.Body) != 0)
                LookAtClaimAtRest(partition, row.Key, Counters.ReadClaim(row.Body));
        }

        return Task.CompletedTask;
    }

    private static bool IsGuard(string queue) => queue == AttemptStore.GuardQueue || queue == PoisonQueue.Of(AttemptStore.GuardQueue);

    private static bool NamesAttempt(string queue) => IsGuard(queue) || OutboxQueues.All.Any(name => queue == name || queue == PoisonQueue.Of(name));

    private static string Meant(string queue, string message) => PoisonQueue.Is(queue) ? PoisonMessage.Decode(message).Body : message;

    private void Count(string queue, string message, int by)
    {
        if (NamesAttempt(queue))
            _messages[message] = _messages.GetValueOrDefault(message) + by;
        if (IsGuard(queue))
            _guards[message] = _guards.GetValueOrDefault(message) + by;
    }

    private void LookAtClaim(string partition, string key, ClaimRow claim)
    {
        var attempt = new AttemptReference(claim.Owner, claim.Attempt);
        if (claim.Released)
            return;
        LookAtGuard($"{partition} {key}", attempt);
        if (Peek(attempt.Owner, OwnerRows.Pending(attempt.Id)) is not { } pending)
            Violated($"{partition} {key} was claimed for {attempt}, which is not under way");
        else if (!RowCodec.Decode(pending.Body, RowJson.Default.AttemptRow).Claims.Any(planned => Names(planned, partition, key)))
            Violated($"{partition} {key} was claimed for {attempt}, which does not know of it");
    }

    private void LookAtGuard(string what, AttemptReference attempt)
    {
        if (_guards.GetValueOrDefault(AttemptStore.Message(attempt)) == 0)
            Violated($"{what} was written for {attempt}, which no message names");
    }

    private void LookAtUnguarded(AttemptReference attempt, bool isNamed)
    {
        if (Peek(attempt.Owner, OwnerRows.Pending(attempt.Id)) is { } pending)
            LookAtPending(attempt, RowCodec.Decode(pending.Body, RowJson.Default.AttemptRow));
        else if (Peek(attempt.Owner, OwnerRows.Ended(attempt.Id)) is { } ended && !isNamed)
            LookAtEnd(attempt, RowCodec.Decode(ended.Body, RowJson.Default.AttemptRow));
    }

    /// <summary>A row that was so late that its guard had come and gone holds nothing: its request gave up before it claimed.</summary>
    private void LookAtPending(AttemptReference attempt, AttemptRow pending)
    {
        foreach (var claim in pending.Claims)
        {
            if (Peek(claim.Partition, claim.RowKey) is { } row && Counters.Net(row.Body) != 0)
                Violated($"the last message that names {attempt} is gone, and it still holds {claim}");
        }

        foreach (var created in pending.Created)
        {
            if (Peek(created.Partition, created.IsReferral ? LimitPlace.ReferralPrefix : LimitPlace.CouponPrefix) is not null)
                Violated($"the last message that names {attempt} is gone, and {created} is not taken away");
        }
    }

    private void LookAtEnd(AttemptReference attempt, AttemptRow ended)
    {
        if (ended.State == AttemptState.Committed)
        {
            var owed = World.Store.Rows().FirstOrDefault(row => row.Partition == attempt.Owner && row.Row.Key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal) && Owes(row.Row, attempt));
            if (owed.Row is not null)
                Violated($"the last message that names {attempt} is gone, and it still owes {owed.Row.Key}");
            return;
        }

        foreach (var claim in ended.Claims)
        {
            if (Peek(claim.Partition, claim.RowKey) is not { } row || !Counters.ReadClaim(row.Body).Released)
                Violated($"the last message that names {attempt} is gone, and it still holds {claim}");
        }
    }

    private void LookAtClaimAtRest(string partition, string key, ClaimRow claim)
    {
        var ended = Peek(claim.Owner, OwnerRows.Ended(claim.Attempt));
        var claims = ended is not null && RowCodec.Decode(ended.Body, RowJson.Default.AttemptRow) is { State: AttemptState.Committed } attempt ? attempt.Claims : [];
        var index = claims.ToList().FindIndex(confirmed => Names(confirmed, partition, key));
        if (index < 0)
            Violated($"{partition} {key} holds {claim.Amount - claim.GivenBack}, and no committed attempt lists it");
        else if (claims[index].Amount - Returned(claim, index) != claim.Amount - claim.GivenBack)
            Violated(FormattableString.Invariant($"{partition} {key} holds {claim.Amount - claim.GivenBack}, but its attempt lists {claims[index].Amount}, less {Returned(claim, index)} returned"));
    }

    /// <summary>What returns gave back of a claim of the closing.</summary>
    private decimal Returned(ClaimRow claim, int index) =>
        claim.Owner.StartsWith("session.", StringComparison.Ordinal) && RowCodec.Decode(Peek(claim.Owner, OwnerRows.Entity)!.Body, RowJson.Default.SessionRow) is var session && session.ClosingAttempt == claim.Attempt
            ? session.GivenBack.GetValueOrDefault(index)
            : 0;

    private static bool Owes(Row row, AttemptReference attempt) =>
        RowCodec.Decode(row.Body, RowJson.Default.OutboxRow) is { Parked: null } owed && owed.Attempt == attempt.Id;

    private static bool Names(Claim claim, string partition, string key) => claim.Partition == partition && claim.RowKey == key;

    private Row? Peek(string partition, string key) => World.Store.Peek(partition, key);
}
