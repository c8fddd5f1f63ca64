using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Server;
using Talon.Storage;

namespace Talon.Cli.Tests;

/// <summary>A server in this process over a folder of its own, and the command line that talks to it.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const string Key = "management-key-of-the-tests";
    private readonly DirectoryInfo _folder;
    private readonly TalonHost _host;

    private LocalServer(DirectoryInfo folder, TalonHost host, string printed) => (_folder, _host, Printed) = (folder, host, printed);

    /// <summary>What the server said when it started.</summary>
    public string Printed { get; }

    public string Url => _host.Addresses[0];

    /// <summary>Starts a server.</summary>
    /// <param name="demo">Whether it holds the demo store.</param>
    /// <param name="before">Fills its store before it starts.</param>
    public static async Task<LocalServer> StartAsync(bool demo = false, Func<SqliteStore, Task>? before = null)
    {
        var folder = Directory.CreateTempSubdirectory("talon-server");
        if (before is not null)
        {
            await using var store = SqliteStore.Open(Path.Combine(folder.FullName, "talon.db"), TimeProvider.System);
            await before(store);
        }

        var settings = new ServerSettings { Addresses = [new ListenAddress(IPAddress.Loopback, 0)], DataFolder = folder.FullName, ManagementKey = Key, Demo = demo };
        using var printed = new StringWriter();
        return new(folder, await TalonHost.StartAsync(settings, printed, NullLoggerFactory.Instance), printed.ToString());
    }

    /// <summary>Runs a command against the server.</summary>
    public Task<(int Exit, string Output, string Error)> RunAsync(params string[] args) => RunAsync(null, args);

    /// <summary>Runs a command against the server, with answers to its questions.</summary>
    public Task<(int Exit, string Output, string Error)> RunAsync(TextReader? input, params string[] args) => Task.Run(() =>
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error)
        {
            Input = input,
            Environment = name => name switch { "TALON_URL" => Url, "TALON_MANAGEMENT_KEY" => Key, _ => null },
        };
        var exit = TalonCommand.Run(args, terminal);
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    });

    /// <summary>Calls the Management API.</summary>
    public TalonClient Client() => new(new Uri(Url), TalonClient.ManagementScheme, Key);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
