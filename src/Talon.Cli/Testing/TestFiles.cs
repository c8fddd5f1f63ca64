using Talon.CampaignTests;

namespace Talon.Cli;

/// <summary>Finds and runs files of campaign tests; those beside a set-up are about its campaigns.</summary>
internal sealed class TestFiles
{
    /// <summary>The folder of a set-up's tests.</summary>
    public const string Folder = "tests";

    private readonly Dictionary<string, System.Text.Json.Nodes.JsonObject> _setups = [];

    /// <summary>The file, or all .json files of a folder in order, of a set-up's those of its tests; false when there are none.</summary>
    public static bool TryFind(string path, out IReadOnlyList<string> files)
    {
        if (SetupFolder.Is(path))
            path = Path.Combine(path, Folder);
        files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : [];
        return files.Count > 0;
    }

    /// <summary>Runs a file.</summary>
    public FileResult Run(string path)
    {
        var file = TestFileReader.Read(File.ReadAllText(path));
        if (SetupOf(path) is { } folder)
        {
            if (!_setups.TryGetValue(folder, out var setup))
                _setups[folder] = setup = SetupFolder.ReadChecked(folder).Document;
            file = file.Over(setup);
        }

        return new(path, [.. CampaignTestRunner.Run(file)]);
    }

    /// <summary>The set-up that a file belongs to: that of the folder which holds it, at whatever depth; null for none.</summary>
    private static string? SetupOf(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (SetupFolder.Is(folder))
                return folder;
        }

        return null;
    }
}
