using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talon.Http;
using Talon.Promotions;
using Talon.Storage;
using Talon.Storage.Azure;

namespace Talon.Functions;

/// <summary>Tells the worker how to make the application.</summary>
public static class ServiceRegistration
{
    /// <summary>The name of the connection of tables and queues; the queue triggers use it too.</summary>
    public const string Connection = "TalonStorage";

    /// <summary>Adds the application. Nothing is made before the first call, and making it calls nobody.</summary>
    public static IServiceCollection AddTalon(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(_ => FunctionsSettings.Read(name => configuration[name]))
        .AddSingleton<ITableStore>(provider => new AzureTableStore(
            provider.GetRequiredService<FunctionsSettings>().Shards,
            name => StorageAccount.FromSettings(name, setting => configuration[setting])))
        .AddSingleton<IMessageQueue>(_ => new AzureMessageQueue(StorageAccount.FromSettings(Connection, setting => configuration[setting])))
        .AddSingleton(_ => new HttpWebhookSender())
        .AddSingleton<DurableTurnstiles>()
        .AddSingleton(provider => new TalonApplication(
            provider.GetRequiredService<FunctionsSettings>(),
            new PromotionPorts(
                provider.GetRequiredService<ITableStore>(),
                provider.GetRequiredService<IMessageQueue>(),
                new LeaseGate(
                    provider.GetRequiredService<ITableStore>(),
                    provider.GetRequiredService<DurableTurnstiles>(),
                    provider.GetRequiredService<TimeProvider>(),
                    SystemRandomSource.Instance),
                provider.GetRequiredService<TimeProvider>(),
                SystemRandomSource.Instance,
                provider.GetRequiredService<FunctionsSettings>().Finalise)
            {
                Webhooks = provider.GetRequiredService<HttpWebhookSender>(),
            },
            provider.GetRequiredService<ILoggerFactory>()))
        .AddSingleton<PendingWork>()
        .AddSingleton<HttpGateway>()
        .AddSingleton<QueueGateway>();
}
