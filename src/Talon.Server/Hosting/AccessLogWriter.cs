using Microsoft.Extensions.Logging;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Server;

/// <summary>Writes the calls that wait to be kept, until it is disposed of.</summary>
internal sealed partial class AccessLogWriter : IAsyncDisposable
{
    /// <summary>How long a call waits to be written with others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly AccessLogService _calls;
    private readonly PeriodicTimer _timer;
    private readonly ILogger _logger;
    private readonly Task _work;
    private long _lost;

    public AccessLogWriter(AccessLogService calls, TimeProvider time, ILogger<AccessLogWriter> logger)
    {
        (_calls, _timer, _logger) = (calls, new PeriodicTimer(Patience, time), logger);
        _work = Task.Run(RunAsync);
    }

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _work;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} calls were not kept")]
    private static partial void LogLost(ILogger logger, long count);

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync())
            await FlushAsync();
        await FlushAsync();
    }

    private async Task FlushAsync()
    {
        try
        {
            await _calls.FlushAsync();
        }
        catch (StorageUnavailableException)
        {
            // The calls that it was to keep are among those dropped.
        }

        if (_calls.Dropped > _lost)
            LogLost(_logger, _calls.Dropped - _lost);
        _lost = _calls.Dropped;
    }
}
