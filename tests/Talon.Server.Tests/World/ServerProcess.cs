using System.Diagnostics;
using System.Text;

namespace Talon.Server.Tests;

/// <summary>The built server as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Talon.Server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TALON_URLS"] = null, ["TALON_DATA"] = null, ["TALON_MANAGEMENT_KEY"] = null, ["TALON_DEMO"] = null },
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public string BaseUrl => _listening.Task.Result;

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts a server on a free port and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string dataFolder, params string[] more)
    {
        var server = new ServerProcess(["--urls", "http://127.0.0.1:0", "--data", dataFolder, .. more]);
        var ended = server._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var first = await Task.WhenAny(server._listening.Task, ended, Task.Delay(Patience, TestContext.Current.CancellationToken));
        Assert.True(first == server._listening.Task, $"The server does not listen:\n{server.Output}");
        return server;
    }

    /// <summary>Runs a server that is expected to end by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var server = new ServerProcess(arguments);
        await server._process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (server._process.ExitCode, server.Output);
    }

    /// <summary>Asks it to end, as a service manager does, and returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        const string announcement = "Listening on ";
        lock (_output)
            _output.AppendLine(line);
        if (line?.StartsWith(announcement, StringComparison.Ordinal) == true)
            _listening.TrySetResult(line[announcement.Length..]);
    }
}
