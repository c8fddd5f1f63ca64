using System.Diagnostics;
using System.Globalization;

namespace Talon.Storage.Tests;

/// <summary>One service of the emulator on a free port, its data in memory.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>The key of its accounts, <c>first</c> and <c>second</c>.</summary>
    public const string Key = "a2V5";

    private const string Port = "port ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private TimeSpan _elapsed;

    private AzuriteProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts a service: <c>table</c> or <c>queue</c>.</summary>
    /// <param name="service">Which one.</param>
    /// <param name="ownClock">Whether its clock stands still until <see cref="AdvanceAsync"/> moves it.</param>
    public static async Task<AzuriteProcess> StartAsync(string service, bool ownClock)
    {
        var folder = AzuriteInstallation.Folder;
        string[] preload = [Required("address.cjs"), .. ownClock ? [Required("clock.cjs")] : Array.Empty<string>()];
        string[] options = [$"--{service}Port", "0", "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry"];
        var start = new ProcessStartInfo("node", [.. preload, Path.Combine(folder, "node_modules", "azurite", "dist", "src", service, "main.js"), .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"first:{Key};second:{Key}" },
        };
        var process = Process.Start(start)!;
        try
        {
            var line = await ReadUntilAsync(process, Port);
            return new(process, new Uri($"http://127.0.0.1:{line[Port.Length..]}/"));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string Required(string file) => $"--require={Path.Combine(folder, file)}";
    }

    /// <summary>Moves its clock.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        _elapsed += time;
        await _process.StandardInput.WriteLineAsync(Math.Floor(_elapsed.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        await _process.StandardInput.FlushAsync();
        await ReadUntilAsync(_process, "clock ");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> ReadUntilAsync(Process process, string text)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
            if (line.StartsWith(text, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException($"The emulator ended before it said '{text}'.");
    }
}
