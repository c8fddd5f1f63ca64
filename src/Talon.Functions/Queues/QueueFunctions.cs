using Microsoft.Azure.Functions.Worker;
using Talon.Promotions;

namespace Talon.Functions;

/// <summary>The queue functions: thin doors to what works off a commit's outbox or settles an attempt.</summary>
/// <remarks>The host hides a failed message for a while and delivers it again, five times in all.</remarks>
public sealed class QueueFunctions(QueueGateway gateway)
{
    /// <summary>Applies what closing a session owes.</summary>
    [Function("Redemptions")]
    public Task RedemptionsAsync(
        [QueueTrigger(OutboxQueues.Redemptions, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(OutboxQueues.Redemptions, message, context);

    /// <summary>Applies points.</summary>
    [Function("Loyalty")]
    public Task LoyaltyAsync(
        [QueueTrigger(OutboxQueues.Loyalty, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(OutboxQueues.Loyalty, message, context);

    /// <summary>Applies what cancelling, reopening or returning owes.</summary>
    [Function("Rollbacks")]
    public Task RollbacksAsync(
        [QueueTrigger(OutboxQueues.Rollbacks, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(OutboxQueues.Rollbacks, message, context);

    /// <summary>Goes on with long work: jobs, and what one change means for many rows.</summary>
    [Function("Chores")]
    public Task ChoresAsync(
        [QueueTrigger(QueueHandlers.Chores, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueHandlers.Chores, message, context);

    /// <summary>Removes calls that were kept long enough.</summary>
    [Function("AccessLogs")]
    public Task AccessLogsAsync(
        [QueueTrigger(QueueHandlers.AccessLogs, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueHandlers.AccessLogs, message, context);

    /// <summary>Makes the calls of rules.</summary>
    [Function("Webhooks")]
    public Task WebhooksAsync(
        [QueueTrigger(QueueHandlers.Webhooks, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueHandlers.Webhooks, message, context);

    /// <summary>Settles attempts that did not settle themselves.</summary>
    [Function("Guard")]
    public Task GuardAsync(
        [QueueTrigger(QueueHandlers.Guard, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueHandlers.Guard, message, context);
}
