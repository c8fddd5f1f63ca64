using System.Diagnostics;

namespace Talon.Bench;

/// <summary>The built server as a process, over a data folder of its own or a given one.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    public const string ManagementKey = "management-key-of-the-bench";

    private readonly Process _process;
    private readonly string? _ownFolder;

    private BenchServer(Process process, string folder, string? ownFolder, string baseUrl, string? demoKey) =>
        (_process, DataFolder, _ownFolder, BaseUrl, DemoKey) = (process, folder, ownFolder, baseUrl, demoKey);

    /// <summary>Where it listens.</summary>
    public string BaseUrl { get; }

    /// <summary>Where its store is.</summary>
    public string DataFolder { get; }

    /// <summary>The key of the demo store; null without it.</summary>
    public string? DemoKey { get; }

    /// <summary>How long the server has kept processors busy.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that the server holds, and the most that it has held, in bytes.</summary>
    public (long Now, long Most) Memory
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64, _process.PeakWorkingSet64);
        }
    }

    /// <summary>Starts a server over a folder of its own, and reads what it prints until it listens.</summary>
    public static Task<BenchServer> StartAsync(params string[] more) => StartFromAsync(AppContext.BaseDirectory, more);

    /// <summary>Starts the server of a folder of programs, over a data folder of its own.</summary>
    public static Task<BenchServer> StartFromAsync(string programs, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("talon-bench-").FullName;
        return StartAsync(programs, folder, folder, more);
    }

    /// <summary>Starts a server over a folder that stays.</summary>
    public static Task<BenchServer> StartOverAsync(string folder) => StartAsync(AppContext.BaseDirectory, folder, null, []);

    private static async Task<BenchServer> StartAsync(string programs, string folder, string? ownFolder, string[] more)
    {
        const string listening = "Listening on ";
        const string demo = "The demo store is loaded. Its Integration API key, shown this once: ";
        string[] arguments = [Path.Combine(programs, "Talon.Server.dll"), "--urls", "http://127.0.0.1:0", "--data", folder, "--management-key", ManagementKey, .. more];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string? key = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(demo, StringComparison.Ordinal))
                key = line[demo.Length..];
            if (line.StartsWith(listening, StringComparison.Ordinal))
                return new BenchServer(process, folder, ownFolder, line[listening.Length..], key);
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        if (_ownFolder is not null)
            Directory.Delete(_ownFolder, recursive: true);
    }
}
