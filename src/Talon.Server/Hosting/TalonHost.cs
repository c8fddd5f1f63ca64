using Microsoft.Extensions.Logging;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server;

/// <summary>A running server: the application over one store file, behind Kestrel.</summary>
public sealed class TalonHost : IAsyncDisposable
{
    private readonly OpenParts _parts;
    private readonly WebServer _web;

    private TalonHost(OpenParts parts, WebServer web) => (_parts, _web) = (parts, web);

    /// <summary>Where it listens, with the ports that were chosen.</summary>
    public IReadOnlyList<string> Addresses => _web.Addresses;

    /// <summary>Opens the store, sets up what is asked for and starts listening.</summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="output">Told the addresses, and the keys that are shown once.</param>
    /// <param name="loggers">Where failures go; null for the console.</param>
    /// <exception cref="SettingsException">It cannot start like this.</exception>
    public static async Task<TalonHost> StartAsync(ServerSettings settings, TextWriter output, ILoggerFactory? loggers = null)
    {
        var parts = new OpenParts();
        try
        {
            return new TalonHost(parts, await OpenAsync(settings, output, parts.Add(loggers ?? ToConsole()), parts));
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes no more requests and waits for those under way, but no longer than <paramref name="deadline"/>.</summary>
    public Task StopAsync(CancellationToken deadline) => _web.StopAsync(deadline);

    /// <summary>Ends the work and closes the store.</summary>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private static ILoggerFactory ToConsole() =>
        LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));

    private static async Task<WebServer> OpenAsync(ServerSettings settings, TextWriter output, ILoggerFactory loggers, OpenParts parts)
    {
        var (time, random) = (TimeProvider.System, SystemRandomSource.Instance);
        var store = parts.Add(DataFolder.Open(settings.DataFolder, time));
        var sender = parts.Add(new HttpWebhookSender());
        var promotions = new PromotionServices(new PromotionPorts(store, store, new InProcessGate(time), time, random, settings.Finalise) { Webhooks = sender });
        var account = new AccountSetup(new SetupContext(promotions.Configurations, promotions.Ids, time, random));
        var api = new Api(
            ApiServices.From(promotions, account, time),
            new KeyAuthenticator(new Authenticator(promotions.Configurations, time)),
            time,
            loggers.CreateLogger<Api>());
        await FirstStart.PrepareKeyAsync(account, settings.ManagementKey, output);
        if (settings.Admin is { } admin)
            await account.Users.BootstrapAsync(admin);
        promotions.AccessLogs.Patience = AccessLogWriter.Patience;
        var demo = settings.Demo ? await FirstStart.LoadDemoAsync(account, promotions.Coupons, time, output) : null;
        parts.Add(new AccessLogWriter(promotions.AccessLogs, time, loggers.CreateLogger<AccessLogWriter>()));
        parts.Add(new QueueWorker(store, promotions.Queues, time, loggers.CreateLogger<QueueWorker>()));
        parts.Add(new PeriodicSweep(promotions.LoyaltySweep, time, loggers.CreateLogger<PeriodicSweep>()));
        var web = parts.Add(await WebServer.StartAsync(api, settings.TrustedProxies, settings.Addresses, loggers, CancellationToken.None));
        if (demo is not null)
            await output.WriteLineAsync(await demo.DescribeAsync(api, web.Addresses[0]));
        foreach (var address in web.Addresses)
            await output.WriteLineAsync($"Listening on {address}");
        return web;
    }
}
