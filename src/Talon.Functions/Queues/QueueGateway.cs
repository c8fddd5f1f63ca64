using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Talon.Storage;

namespace Talon.Functions;

/// <summary>Hands messages to their handlers, and puts aside those that keep failing, with the reason.</summary>
public sealed partial class QueueGateway(TalonApplication application, IMessageQueue queue, TimeProvider time, ILogger<QueueGateway> logger)
{
    /// <summary>Handles a message.</summary>
    public async Task HandleAsync(string name, string message, FunctionContext context)
    {
        try
        {
            await application.Queues.HandleAsync(name, message, context.CancellationToken);
        }
        catch (Exception failure) when (IsLastDelivery(context) && !context.CancellationToken.IsCancellationRequested)
        {
            LogPoison(logger, name, failure);
            await queue.SendAsync(PoisonQueue.Of(name), PoisonMessage.From(message, failure, time.GetUtcNow()).Encode(), cancellation: context.CancellationToken);
        }
    }

    private static bool IsLastDelivery(FunctionContext context) =>
        context.BindingContext.BindingData.TryGetValue("DequeueCount", out var count)
        && int.TryParse(Convert.ToString(count, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var delivery)
        && delivery >= IMessageQueue.MaxDeliveries;

    [LoggerMessage(LogLevel.Error, "A message of {Queue} failed for the last time")]
    private static partial void LogPoison(ILogger logger, string queue, Exception exception);
}
