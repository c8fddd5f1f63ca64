using Azure;
using Azure.Identity;

namespace Talon.Storage.Azure;

/// <summary>Tells failures that leave the outcome open from those that are answers.</summary>
internal static class Failures
{
    /// <summary>Whether the service did not answer, or said that it could not: what was asked for may have happened.</summary>
    public static bool IsUnavailable(Exception exception, CancellationToken cancellation) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AuthenticationFailedException or IOException or HttpRequestException or TimeoutException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(inner => IsUnavailable(inner, cancellation)),
        _ => false,
    };

    /// <summary>The failure as the ports report it.</summary>
    public static StorageUnavailableException Unavailable(Exception exception) => new("Azure Storage did not answer.", exception);
}
