using System.Text.Json;

namespace Talon.Functions.Tests;

/// <summary>The files of this repository.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file.</summary>
    public static string Find(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>A JSON file.</summary>
    public static JsonElement Json(params string[] path) => JsonElement.Parse(File.ReadAllText(Find(path)));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Talon.Functions.sln")))
                return folder;
        throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
