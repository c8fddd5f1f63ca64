using Talon.CampaignTests;

namespace Talon.Cli;

/// <summary>Finds and runs files of campaign tests.</summary>
internal static class TestFiles
{
    /// <summary>The file, or all .json files of a folder in order; false when there are none.</summary>
    public static bool TryFind(string path, out IReadOnlyList<string> files)
    {
        files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : [];
        return files.Count > 0;
    }

    public static FileResult Run(string path) => new(path, [.. CampaignTestRunner.Run(TestFileReader.Read(File.ReadAllText(path)))]);
}
