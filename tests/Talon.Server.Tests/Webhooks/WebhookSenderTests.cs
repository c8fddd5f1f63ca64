using System.Net;
using System.Net.Sockets;
using System.Text;
using Talon.Http;
using Talon.Promotions;

namespace Talon.Server.Tests;

public sealed class WebhookSenderTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Addresses_that_are_not_public_are_told(string address, bool expected) => Assert.Equal(expected, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    public async Task Nobody_behind_the_wall_is_called(string address)
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        listener.Start();
        using var sender = new HttpWebhookSender();
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, ((IPEndPoint)listener.LocalEndpoint).Port);
        Assert.Contains("not a public", await sender.SendAsync(new WebhookRequest("POST", new Uri(url), [], "{}"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("200 OK", null)]
    [InlineData("204 No Content", null)]
    [InlineData("302 Found", "It answered 302.")]
    [InlineData("500 Internal Server Error", "It answered 500.")]
    public async Task A_call_is_made_as_it_is_and_redirects_are_not_followed(string status, string? expected)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var served = ServeAsync(listener, $"HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:{port}/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var sender = new HttpWebhookSender(_ => true);
        var request = new WebhookRequest("PUT", new Uri($"http://127.0.0.1:{port}/hook?x=%20"), [new("X-Shop", "main"), new("Content-Type", "application/xml")], "<a/>");
        Assert.Equal(expected, await sender.SendAsync(request, TestContext.Current.CancellationToken));
        var received = await served;
        Assert.StartsWith("PUT /hook?x=%20 HTTP/1.1\r\n", received, StringComparison.Ordinal);
        Assert.Contains("X-Shop: main\r\n", received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/xml\r\n", received, StringComparison.Ordinal);
        Assert.EndsWith("<a/>", received, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_a_failure()
    {
        using var sender = new HttpWebhookSender();
        Assert.NotNull(await sender.SendAsync(new WebhookRequest("POST", new Uri("http://does-not-exist.invalid/"), [], null), TestContext.Current.CancellationToken));
    }

    private static async Task<string> ServeAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().EndsWith("<a/>", StringComparison.Ordinal))
            received.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), TestContext.Current.CancellationToken);
        return received.ToString();
    }
}
