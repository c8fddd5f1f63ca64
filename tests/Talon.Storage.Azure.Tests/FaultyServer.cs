using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Talon.Storage.Tests;

/// <summary>A server that answers with statuses in turn, the last one for ever, and counts the calls; null hangs up.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<HttpStatusCode?> _answers;
    private readonly Task _serving;

    public FaultyServer(params HttpStatusCode?[] answers)
    {
        _answers = new(answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>How often it was called.</summary>
    public int Calls { get; private set; }

    /// <summary>A connection string that leads here.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=faulty;AccountKey=AAAA;TableEndpoint=http://{_listener.LocalEndpoint}/faulty;QueueEndpoint=http://{_listener.LocalEndpoint}/faulty;";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private static async Task<bool> ReadAsync(StreamReader request)
    {
        var length = 0;
        string? line;
        while ((line = await request.ReadLineAsync()) is { Length: > 0 })
            if (line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length: ".Length..], CultureInfo.InvariantCulture);
        if (length > 0)
            await request.ReadBlockAsync(new char[length]);
        return line is not null;
    }

    private HttpStatusCode? Next()
    {
        lock (_answers)
        {
            Calls++;
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            // A client may open a connection and keep it for later, so none waits for another.
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private async Task AnswerAsync(TcpClient call)
    {
        using (call)
        {
            using var request = new StreamReader(call.GetStream(), Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            if (!await ReadAsync(request))
                return;
            var answer = Next();
            if (answer is not null)
                await call.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {(int)answer} Answer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }
}
