using Microsoft.Extensions.Logging;
using Talon.Http;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Server;

/// <summary>A running server: the application over one store file, behind Kestrel.</summary>
public sealed class TalonHost : IAsyncDisposable
{
    private readonly SqliteStore _store;
    private readonly QueueWorker _worker;
    private readonly PeriodicSweep _sweep;
    private readonly AccessLogWriter _log;
    private readonly WebServer _web;
    private readonly HttpWebhookSender _sender;
    private readonly ILoggerFactory _loggers;

    private TalonHost(SqliteStore store, QueueWorker worker, PeriodicSweep sweep, AccessLogWriter log, WebServer web, HttpWebhookSender sender, ILoggerFactory loggers) =>
        (_store, _worker, _sweep, _log, _web, _sender, _loggers) = (store, worker, sweep, log, web, sender, loggers);

    /// <summary>Where it listens, with the ports that were chosen.</summary>
    public IReadOnlyList<string> Addresses => _web.Addresses;

    /// <summary>Opens the store, sets up what is asked for and starts listening.</summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="output">Told the addresses, and the keys that are shown once.</param>
    /// <param name="loggers">Where failures go; null for the console.</param>
    /// <exception cref="SettingsException">It cannot start like this.</exception>
    public static async Task<TalonHost> StartAsync(ServerSettings settings, TextWriter output, ILoggerFactory? loggers = null)
    {
        var time = TimeProvider.System;
        loggers ??= LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        var store = DataFolder.Open(settings.DataFolder, time);
        QueueWorker? worker = null;
        PeriodicSweep? sweep = null;
        AccessLogWriter? log = null;
        HttpWebhookSender? sender = null;
        try
        {
            var random = SystemRandomSource.Instance;
            sender = new HttpWebhookSender();
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
            log = new AccessLogWriter(promotions.AccessLogs, time, loggers.CreateLogger<AccessLogWriter>());
            worker = new QueueWorker(store, promotions.Queues, time, loggers.CreateLogger<QueueWorker>());
            sweep = new PeriodicSweep(promotions.LoyaltySweep, time, loggers.CreateLogger<PeriodicSweep>());
            var web = await WebServer.StartAsync(api, settings.TrustedProxies, settings.Addresses, loggers, CancellationToken.None);
            if (demo is not null)
                await output.WriteLineAsync(await demo.DescribeAsync(api, web.Addresses[0]));
            foreach (var address in web.Addresses)
                await output.WriteLineAsync($"Listening on {address}");
            return new TalonHost(store, worker, sweep, log, web, sender, loggers);
        }
        catch
        {
            if (sweep is not null)
                await sweep.DisposeAsync();
            if (worker is not null)
                await worker.DisposeAsync();
            if (log is not null)
                await log.DisposeAsync();
            sender?.Dispose();
            await store.DisposeAsync();
            loggers.Dispose();
            throw;
        }
    }

    /// <summary>Takes no more requests and waits for those under way, but no longer than <paramref name="deadline"/>.</summary>
    public Task StopAsync(CancellationToken deadline) => _web.StopAsync(deadline);

    /// <summary>Ends the work and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _sweep.DisposeAsync();
        await _worker.DisposeAsync();
        await _log.DisposeAsync();
        _sender.Dispose();
        await _store.DisposeAsync();
        _loggers.Dispose();
    }
}
