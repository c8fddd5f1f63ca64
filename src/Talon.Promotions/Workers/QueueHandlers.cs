namespace Talon.Promotions;

/// <summary>What queue functions do with a message: thin doors to the settlement of an attempt, to chores, to calls and to what was kept long enough.</summary>
/// <remarks>The same message twice, or messages in any order, change nothing: the rows are the truth.</remarks>
public sealed class QueueHandlers
{
    /// <summary>The queue of attempts that may need settling.</summary>
    public const string Guard = AttemptStore.GuardQueue;

    /// <summary>The queue of long work.</summary>
    public const string Chores = ChoreRunner.Queue;

    /// <summary>The queue of kept calls that are to be removed.</summary>
    public const string AccessLogs = AccessLogService.Queue;

    /// <summary>The queue of calls that rules make.</summary>
    public const string Webhooks = WebhookCalls.Queue;

    private readonly Settlement _settlement;
    private readonly ChoreRunner _chores;
    private readonly AccessLogService _accessLogs;
    private readonly WebhookCalls _webhooks;

    internal QueueHandlers(Settlement settlement, ChoreRunner chores, AccessLogService accessLogs, WebhookCalls webhooks) =>
        (_settlement, _chores, _accessLogs, _webhooks) = (settlement, chores, accessLogs, webhooks);

    /// <summary>The queues that are handled: these and the <see cref="OutboxQueues"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [Guard, .. OutboxQueues.All, Chores, AccessLogs, Webhooks];

    /// <summary>Handles a message of one of the <see cref="Names"/>.</summary>
    /// <exception cref="ArgumentException">There is no such queue.</exception>
    /// <exception cref="InvalidOperationException">Some of what the attempt owes failed: the message is to come again.</exception>
    public Task HandleAsync(string queue, string message, CancellationToken cancellation) => queue switch
    {
        Guard or OutboxQueues.Redemptions or OutboxQueues.Loyalty or OutboxQueues.Rollbacks => SettleAsync(queue, AttemptStore.Parse(message), cancellation),
        Chores => _chores.HandleAsync(message, cancellation),
        AccessLogs => _accessLogs.ExpireAsync(message, cancellation),
        Webhooks => _webhooks.HandleAsync(message, cancellation),
        _ => throw new ArgumentException($"No handler is called {queue}.", nameof(queue)),
    };

    private async Task SettleAsync(string queue, AttemptReference attempt, CancellationToken cancellation)
    {
        var settled = queue == Guard ? await _settlement.SettleAsync(attempt, cancellation) : await _settlement.SettleIfCommittedAsync(attempt, cancellation);
        if (!settled)
            throw new InvalidOperationException($"Some of what attempt {attempt.Id} owes could not be applied.");
    }
}
