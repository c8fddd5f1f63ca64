using System.Diagnostics;

namespace Talon.Bench;

/// <summary>The built server as a process, over a data folder of its own.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    public const string ManagementKey = "management-key-of-the-bench";

    private readonly Process _process;
    private readonly string _folder;

    private BenchServer(Process process, string folder, string baseUrl, string? demoKey) =>
        (_process, _folder, BaseUrl, DemoKey) = (process, folder, baseUrl, demoKey);

    /// <summary>Where it listens.</summary>
    public string BaseUrl { get; }

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

    /// <summary>Starts a server and reads what it prints until it listens.</summary>
    public static async Task<BenchServer> StartAsync(params string[] more)
    {
        const string listening = "Listening on ";
        const string demo = "The demo store is loaded. Its Integration API key, shown this once: ";
        var folder = Directory.CreateTempSubdirectory("talon-bench-").FullName;
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Talon.Server.dll"), "--urls", "http://127.0.0.1:0", "--data", folder, "--management-key", ManagementKey, .. more];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string? key = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(demo, StringComparison.Ordinal))
                key = line[demo.Length..];
            if (line.StartsWith(listening, StringComparison.Ordinal))
                return new BenchServer(process, folder, line[listening.Length..], key);
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
