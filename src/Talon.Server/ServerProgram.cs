using System.Runtime.InteropServices;

namespace Talon.Server;

/// <summary>The server as a command.</summary>
public static class ServerProgram
{
    /// <summary>The exit code when the server could not start.</summary>
    public const int CannotStart = 1;

    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    /// <summary>Runs until the process is asked to stop; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, Func<string, string?> environment, TextWriter output, TextWriter errors)
    {
        try
        {
            if (SettingsReader.Read(arguments, environment) is { } settings)
                await ServeAsync(settings, output);
            else
                await output.WriteLineAsync(SettingsReader.Help);
            return 0;
        }
        catch (SettingsException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return CannotStart;
        }
    }

    private static async Task ServeAsync(ServerSettings settings, TextWriter output)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        await using var host = await TalonHost.StartAsync(settings, output);
        await stop.Task;
        using var deadline = new CancellationTokenSource(DrainTime);
        await host.StopAsync(deadline.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
