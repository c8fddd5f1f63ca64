using System.Xml.Linq;

namespace Talon.Architecture.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The projects under a folder, by name.</summary>
    public static IReadOnlyDictionary<string, string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The names of what a project includes under an element name, such as ProjectReference.</summary>
    public static IReadOnlyList<string> Items(string project, string element) =>
        [.. XDocument.Load(project).Descendants(element).Select(item => Path.GetFileName(item.Attribute("Include")!.Value.Replace('\\', '/')))];

    /// <summary>The source files under a folder, without what builds make.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Talon.Functions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
