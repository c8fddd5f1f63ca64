using Microsoft.Extensions.Logging;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Server;

/// <summary>Works off the queues of this process until it is disposed of.</summary>
internal sealed partial class QueueWorker : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ILocalQueue _queue;
    private readonly QueuePump _pump;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public QueueWorker(ILocalQueue queue, QueueHandlers handlers, TimeProvider time, ILogger<QueueWorker> logger)
    {
        _queue = queue;
        _pump = new QueuePump(queue, handlers, time);
        _time = time;
        _logger = logger;
        _work = Task.WhenAll(QueueHandlers.Names.Select(name => Task.Run(() => RunAsync(name))));
    }

    /// <summary>Ends the work between messages.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "A message of {Queue} failed at delivery {Delivery} and comes again: {Body}")]
    private static partial void LogFailed(ILogger logger, string queue, int delivery, string body, Exception exception);

    [LoggerMessage(LogLevel.Error, "The work on {Queue} was interrupted")]
    private static partial void LogInterrupted(ILogger logger, string queue, Exception exception);

    private async Task RunAsync(string name)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (await _queue.WaitAsync(name, LongestWait, _stop.Token))
                    await _pump.RunOnceAsync(name, LogFailed, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A worker that ends would leave messages lying; the cause is logged, and the next round tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogInterrupted(_logger, name, exception);
                await Task.Delay(PauseAfterFailure, _time, CancellationToken.None);
            }
        }
    }

    private void LogFailed(QueueMessage message, Exception exception) =>
        LogFailed(_logger, message.Queue, message.Delivery, message.Body, exception);
}
