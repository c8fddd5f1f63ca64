using System.Diagnostics;

namespace Talon.Storage.Tests;

/// <summary>The pinned emulator, installed at its first use.</summary>
internal static class AzuriteInstallation
{
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>Where it is.</summary>
    public static string Folder => Installed.Value;

    private static string Install()
    {
        var folder = Path.Combine(Root(), "tests", "Talon.Storage.Azure.Tests", "Azurite");
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            Run(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        return folder;
    }

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Talon.Functions.sln")))
                return folder;
        throw new InvalidOperationException("The tests run inside the repository, beside Talon.Functions.sln.");
    }

    private static void Run(string folder, string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed: {errors}{output.Result}");
    }
}
