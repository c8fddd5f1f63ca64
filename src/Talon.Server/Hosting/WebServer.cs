using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server;

/// <summary>Kestrel over the API.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private const int LargestRequestLine = 64 * 1024;
    private const int LargestBody = 32 * 1024 * 1024;

    private readonly KestrelServer _kestrel;

    private WebServer(KestrelServer kestrel) => _kestrel = kestrel;

    /// <summary>Where it listens, with the ports that were chosen.</summary>
    public IReadOnlyList<string> Addresses => [.. _kestrel.Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Starts listening; throws <see cref="SettingsException"/> when an address cannot be had.</summary>
    public static async Task<WebServer> StartAsync(Api api, IpRanges trustedProxies, IReadOnlyList<ListenAddress> addresses, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions
        {
            AddServerHeader = false,
            ApplicationServices = new ServiceCollection().AddSingleton(loggers).AddLogging().BuildServiceProvider(),
        };

        // An id of 1,000 characters takes up to 12,000 in a URL.
        options.Limits.MaxRequestLineSize = LargestRequestLine;
        options.Limits.MaxRequestHeadersTotalSize = LargestRequestLine;
        options.Limits.MaxRequestBodySize = LargestBody;
        foreach (var address in addresses)
        {
            if (address.Host is { } host)
                options.Listen(host, address.Port);
            else
                options.ListenAnyIP(address.Port);
        }

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers);
        var server = new WebServer(new KestrelServer(Options.Create(options), transport, loggers));
        try
        {
            await server._kestrel.StartAsync(new HttpApplication(api, trustedProxies), cancellation);
            return server;
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw new SettingsException(Explain(exception));
        }
    }

    /// <summary>Takes no more requests, and waits for those under way until <paramref name="deadline"/>.</summary>
    public Task StopAsync(CancellationToken deadline) => _kestrel.StopAsync(deadline);

    public ValueTask DisposeAsync()
    {
        _kestrel.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Explain(Exception exception) => exception.InnerException is AddressInUseException
        ? $"{exception.Message.TrimEnd('.')}. Stop the process that listens there, or choose another address with --urls."
        : $"Cannot listen: {exception.Message} Choose another address with --urls.";
}
