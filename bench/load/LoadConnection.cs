using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Talon.Load;

/// <summary>One HTTP/1.1 connection with as little around it as possible, so that what is measured is the server.</summary>
internal sealed class LoadConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "\r\nContent-Length: "u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _request = new byte[64 * 1024];
    private readonly string _head;

    private LoadConnection(string head) => _head = head;

    /// <summary>Connects.</summary>
    public static async Task<LoadConnection> OpenAsync(string baseUrl, string authorization)
    {
        var url = new Uri(baseUrl);
        var connection = new LoadConnection($" HTTP/1.1\r\nHost: {url.Authority}\r\nAuthorization: {authorization}\r\nContent-Type: application/json\r\nContent-Length: ");
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, url.Port));
        return connection;
    }

    /// <summary>Puts a body; the status of the answer.</summary>
    public async ValueTask<int> PutAsync(string path, string body)
    {
        var size = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"PUT {path}{_head}{body.Length}\r\n\r\n{body}"), _request);
        for (var sent = 0; sent < size;)
            sent += await _socket.SendAsync(_request.AsMemory(sent, size - sent));
        return await ReadAsync();
    }

    /// <summary>The body of the last answer.</summary>
    public string LastAnswer { get; private set; } = "";

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReadAsync()
    {
        var read = 0;
        while (true)
        {
            var more = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (more == 0)
                throw new IOException("The server closed the connection.");
            read += more;
            if (End(_buffer.AsSpan(0, read)) is { } end && read >= end)
                return Status(read);
        }
    }

    /// <summary>Where the answer ends; null while its head is incomplete.</summary>
    private static int? End(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(HeadEnd);
        if (head < 0)
            return null;
        var at = answer[..head].IndexOf(Length);
        if (at < 0)
            return head + HeadEnd.Length;
        var digits = answer[(at + Length.Length)..head];
        var end = digits.IndexOf((byte)'\r');
        return head + HeadEnd.Length + int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }

    private int Status(int read)
    {
        var status = int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (status != 200)
            LastAnswer = Encoding.UTF8.GetString(_buffer, 0, read);
        return status;
    }
}
