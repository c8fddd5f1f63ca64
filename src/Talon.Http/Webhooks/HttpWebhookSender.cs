using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Makes calls over HTTP. The host's name is resolved once per connection, and the connection goes to the very address that was checked.</summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly Func<IPAddress, bool> _isAllowed;

    /// <summary>Creates the sender.</summary>
    /// <param name="isAllowed">Which addresses may be called; null for public ones.</param>
    public HttpWebhookSender(Func<IPAddress, bool>? isAllowed = null)
    {
        _isAllowed = isAllowed ?? PublicAddresses.IsPublic;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    /// <inheritdoc/>
    public async Task<string?> SendAsync(WebhookRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Verb), request.Address);
        if (request.Body is { } body)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        foreach (var (name, value) in request.Headers)
        {
            if (message.Headers.TryAddWithoutValidation(name, value) || message.Content is null)
                continue;
            message.Content.Headers.Remove(name);
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"It answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException?.Message ?? failure.Message;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "It did not answer in time.";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = addresses.Where(_isAllowed).ToArray();
        if (allowed.Length == 0)
            throw new IOException($"The address of {context.DnsEndPoint.Host} is not a public one.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
