namespace Talon.Promotions;

/// <summary>What queue functions do with a message: thin doors to the settlement of an attempt, to jobs, to chores, to calls and to what was kept long enough.</summary>
/// <remarks>The same message twice, or messages in any order, change nothing: the rows are the truth.</remarks>
public sealed class QueueHandlers
{
    private readonly Settlement _settlement;
    private readonly JobService _jobs;
    private readonly ChoreRunner _chores;
    private readonly AccessLogService _accessLogs;
    private readonly WebhookCalls _webhooks;

    internal QueueHandlers(Settlement settlement, JobService jobs, ChoreRunner chores, AccessLogService accessLogs, WebhookCalls webhooks) =>
        (_settlement, _jobs, _chores, _accessLogs, _webhooks) = (settlement, jobs, chores, accessLogs, webhooks);

    /// <summary>The queues that are handled.</summary>
    public static IReadOnlyList<string> Names { get; } = [AttemptStore.GuardQueue, .. OutboxQueues.All, JobService.Queue, ChoreRunner.Queue, AccessLogService.Queue, WebhookCalls.Queue];

    /// <summary>Handles a message of one of the <see cref="Names"/>.</summary>
    /// <exception cref="ArgumentException">There is no such queue.</exception>
    /// <exception cref="InvalidOperationException">Some of what the attempt owes failed: the message is to come again.</exception>
    public async Task HandleAsync(string queue, string message, CancellationToken cancellation)
    {
        if (queue == JobService.Queue)
        {
            await _jobs.RunAsync(message, cancellation);
            return;
        }

        if (queue == ChoreRunner.Queue)
        {
            await _chores.HandleAsync(message, cancellation);
            return;
        }

        if (queue == AccessLogService.Queue)
        {
            await _accessLogs.ExpireAsync(message, cancellation);
            return;
        }

        if (queue == WebhookCalls.Queue)
        {
            await _webhooks.HandleAsync(message, cancellation);
            return;
        }

        var attempt = AttemptStore.Parse(message);
        var settled = queue switch
        {
            AttemptStore.GuardQueue => await _settlement.SettleAsync(attempt, cancellation),
            OutboxQueues.Redemptions or OutboxQueues.Loyalty or OutboxQueues.Rollbacks => await _settlement.SettleIfCommittedAsync(attempt, cancellation),
            _ => throw new ArgumentException($"No handler is called {queue}.", nameof(queue)),
        };
        if (!settled)
            throw new InvalidOperationException($"Some of what attempt {attempt.Id} owes could not be applied.");
    }
}
