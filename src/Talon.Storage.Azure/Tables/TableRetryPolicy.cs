using Azure.Core;
using Azure.Core.Pipeline;

namespace Talon.Storage.Azure;

/// <summary>Retries reads after any passing failure, and writes only when the service refused to take them.</summary>
/// <remarks>
/// A write whose answer was lost may have been applied: sent again it would conflict with itself. The caller gets
/// <see cref="StorageUnavailableException"/> instead and reads back.
/// </remarks>
internal sealed class TableRetryPolicy(TimeSpan firstDelay, TimeSpan longestDelay)
    : RetryPolicy(MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(firstDelay, longestDelay))
{
    /// <summary>How often a call is repeated at most.</summary>
    public const int MaxRetries = 3;

    /// <inheritdoc/>
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        base.ShouldRetry(message, exception) && MayRepeat(message);

    /// <inheritdoc/>
    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        await base.ShouldRetryAsync(message, exception) && MayRepeat(message);

    private static bool MayRepeat(HttpMessage message) =>
        message.Request.Method == RequestMethod.Get || (message.HasResponse && message.Response.Status is 429 or 503);
}
