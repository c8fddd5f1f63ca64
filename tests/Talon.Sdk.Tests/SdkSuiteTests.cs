using System.Globalization;
using System.Reflection;

namespace Talon.Sdk.Tests;

/// <summary>Runs the suite in tests/sdk: the official npm SDK against the server.</summary>
public sealed class SdkSuiteTests
{
    private const int OldestNode = 20;

    private static readonly string Folder = Path.GetFullPath(
        typeof(SdkSuiteTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "SdkFolder").Value!);

    [Fact]
    public async Task The_official_SDK_works_against_the_server()
    {
        await RequireNodeAsync();
        await InstallAsync();
        var results = Path.Combine(Folder, "TestResults");
        Directory.CreateDirectory(results);
        var run = await Tool.RunAsync(
            "node",
            ["--test", "--test-reporter=tap"],
            Folder,
            ("TALON_SERVER_DLL", Path.Combine(AppContext.BaseDirectory, "Talon.Server.dll")));
        await File.WriteAllTextAsync(Path.Combine(results, "sdk.tap"), run!.Value.Output, TestContext.Current.CancellationToken);
        Assert.True(run.Value.ExitCode == 0, $"The SDK suite failed:\n{run.Value.Output}");
    }

    private static async Task RequireNodeAsync()
    {
        var version = (await Tool.RunAsync("node", ["--version"], Folder))?.Output.Trim();
        var major = version is ['v', ..] ? int.Parse(version[1..].Split('.')[0], CultureInfo.InvariantCulture) : 0;
        Assert.True(
            major >= OldestNode,
            $"These tests run the npm SDK and need Node.js {OldestNode} or later with npm ({version ?? "no Node.js"} was found). Install it from https://nodejs.org and run the command again.");
    }

    private static async Task InstallAsync()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            return;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var install = await Tool.RunAsync(npm, ["ci"], Folder);
        Assert.True(install is { ExitCode: 0 }, $"npm ci failed in {Folder}:\n{install?.Output ?? "npm was not found; it comes with Node.js."}");
    }
}
