using Talon.CampaignTests;

namespace Talon.Cli.Tests;

/// <summary>The campaign tests of this repository.</summary>
internal static class CampaignFiles
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files, by their path below the folder of campaign tests.</summary>
    public static IReadOnlyDictionary<string, CampaignTestFile> All { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "tests", "campaigns"), "*.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .ToDictionary(path => Path.GetRelativePath(Path.Combine(Root, "tests", "campaigns"), path).Replace('\\', '/'), path => TestFileReader.Read(File.ReadAllText(path)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Talon.Functions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
