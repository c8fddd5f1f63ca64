using Microsoft.Extensions.Logging;
using Talon.Promotions;

namespace Talon.Server;

/// <summary>Every minute has what time alone did to points noted, until it is disposed of.</summary>
internal sealed partial class PeriodicSweep : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly LoyaltySweep _sweep;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public PeriodicSweep(LoyaltySweep sweep, TimeProvider time, ILogger<PeriodicSweep> logger)
    {
        _sweep = sweep;
        _time = time;
        _logger = logger;
        _work = Task.Run(RunAsync);
    }

    /// <summary>Ends the work between accounts.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "The sweep of loyalty points was interrupted; the next one goes on")]
    private static partial void LogInterrupted(ILogger logger, Exception exception);

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Period, _time);
        do
        {
            try
            {
                await _sweep.RunAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A sweep that ends would leave points as they are for ever; the cause is logged, and the next round tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogInterrupted(_logger, exception);
            }
        }
        while (await NextAsync(timer));
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
