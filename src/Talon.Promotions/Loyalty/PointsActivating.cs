using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Activates points that wait for it.</summary>
internal sealed class PointsActivating(ITableStore store, PointsBooking booking, OutboxWorker outbox, IRandomSource random)
{
    /// <summary>Those of some transactions.</summary>
    public async Task<IReadOnlyList<ActivatedPoints>> TransactionsAsync(LoyaltyProgram program, IReadOnlyList<string> transactions, DateTimeOffset now, CancellationToken cancellation)
    {
        var wanted = transactions.Select(transaction => transaction.ToLowerInvariant()).Distinct().ToList();
        var owners = await Task.WhenAll(wanted.Select(transaction => store.ReadAsync(Partitions.WaitingPoints(program.Id, transaction), LedgerRows.Account, cancellation).AsTask()));
        var found = wanted.Zip(owners).Where(pair => pair.Second is not null).GroupBy(
            pair => RowCodec.Decode(pair.Second!.Body, RowJson.Default.LedgerOwner),
            pair => pair.First).ToList();
        if (found.Count == 0)
            throw new NotFoundException("None of the transactions waits for its activation");
        return await ActivateAsync(program, found.Select(owner => (owner.Key, new PointsActivation([.. owner]))), now, cancellation);
    }

    /// <summary>Those that a session earned.</summary>
    public async Task<IReadOnlyList<ActivatedPoints>> SessionAsync(LoyaltyProgram program, long applicationId, string session, DateTimeOffset now, CancellationToken cancellation)
    {
        var partition = Partitions.Session(applicationId, session);
        await outbox.WorkOffAsync(partition, cancellation);
        if (await store.ReadAsync(partition, OwnerRows.Entity, cancellation) is not { } row)
            throw new NotFoundException($"There is no customer session \"{session}\"");
        var effects = await EffectPages.ReadAsync(store, partition, RowCodec.Decode(row.Body, RowJson.Default.SessionRow), cancellation);
        var owners = effects.Select(effect => effect.Points).OfType<PointsGrant>().Where(grant => grant.ProgramId == program.Id).Select(grant => grant.Owner).Distinct();
        return await ActivateAsync(program, owners.Select(owner => (owner, new PointsActivation(null, applicationId, session))), now, cancellation);
    }

    private async Task<IReadOnlyList<ActivatedPoints>> ActivateAsync(LoyaltyProgram program, IEnumerable<(LedgerOwner Owner, PointsActivation Activation)> activations, DateTimeOffset now, CancellationToken cancellation)
    {
        var activated = await Task.WhenAll(activations.Select(async pair =>
        {
            var operation = new PointsOperation { Id = random.UniqueId(), At = now, ProgramId = program.Id, Owner = pair.Owner, Activation = pair.Activation };
            var receipt = await booking.BookAsync(operation, cancellation);
            return receipt!.Entries.Where(entry => entry.Kind == LedgerEntryKind.Activation).Select(entry => ActivatedPoints.Of(program, pair.Owner, entry));
        }));
        return [.. activated.SelectMany(points => points)];
    }
}
