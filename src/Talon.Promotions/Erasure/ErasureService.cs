namespace Talon.Promotions;

/// <summary>Erases customers: what names them, in every partition. Ledgers, counters and orders stay, and name nobody.</summary>
public sealed class ErasureService
{
    private readonly ProfileReader _profiles;
    private readonly ChoreRunner _chores;
    private readonly IGate _gate;

    internal ErasureService(ProfileReader profiles, ChoreRunner chores, IGate gate) => (_profiles, _chores, _gate) = (profiles, chores, gate);

    /// <summary>Erases a customer; in the background where they left much behind. A crash leaves the rest to the queue.</summary>
    /// <exception cref="NotFoundException">There is no such customer.</exception>
    public async Task EraseAsync(string integrationId, CancellationToken cancellation)
    {
        var turn = await _gate.EnterAsync(Partitions.Profile(integrationId), null, cancellation);
        try
        {
            if ((await _profiles.ReadAsync(integrationId, cancellation)).Stored is null)
                throw new NotFoundException($"There is no customer profile \"{integrationId}\".");
            var chore = new ChoreRow { Kind = ChoreKind.EraseCustomer, Customer = integrationId };
            await _chores.PlanAsync(chore with { Kind = ChoreKind.EraseAccessLogs }, EraseAccessLogs.Delay, cancellation);
            await _chores.RunAsync(await _chores.PlanAsync(chore, AttemptStore.GuardDelay, cancellation), CancellationToken.None);
        }
        finally
        {
            await turn.LeaveAsync();
        }
    }
}
