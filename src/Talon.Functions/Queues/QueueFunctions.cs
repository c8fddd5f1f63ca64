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

    /// <summary>Goes on with jobs.</summary>
    [Function("Jobs")]
    public Task JobsAsync(
        [QueueTrigger(JobService.Queue, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(JobService.Queue, message, context);

    /// <summary>Goes on with chores.</summary>
    [Function("Chores")]
    public Task ChoresAsync(
        [QueueTrigger(QueueGateway.Chores, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueGateway.Chores, message, context);

    /// <summary>Removes calls that were kept long enough.</summary>
    [Function("AccessLogs")]
    public Task AccessLogsAsync(
        [QueueTrigger(AccessLogService.Queue, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(AccessLogService.Queue, message, context);

    /// <summary>Makes the calls of rules.</summary>
    [Function("Webhooks")]
    public Task WebhooksAsync(
        [QueueTrigger(QueueGateway.Webhooks, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueGateway.Webhooks, message, context);

    /// <summary>Settles attempts that did not settle themselves.</summary>
    [Function("Guard")]
    public Task GuardAsync(
        [QueueTrigger(QueueGateway.Guard, Connection = ServiceRegistration.Connection)] string message,
        FunctionContext context) => gateway.HandleAsync(QueueGateway.Guard, message, context);
}
