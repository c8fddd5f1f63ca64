using System.Text;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>What docs/management.md says about operations, as the table of operations has it.</summary>
internal static class ManagementPage
{
    private const string Begin = "<!-- operations: made by ManagementPageTests -->";
    private const string End = "<!-- end of operations -->";

    /// <summary>The page.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Root(), "docs", "management.md");

    /// <summary>Published parameters that built operations do not take, and why.</summary>
    public static IReadOnlyDictionary<(string OperationId, string Parameter), string> NotTaken { get; } = new Dictionary<(string, string), string>
    {
        [("exportCoupons", "sort")] = "A file of any length is written as it is read: campaign by campaign, in the order of creation.",
    };

    /// <summary>The operations of the published API: name, method, path and the names of its query parameters.</summary>
    public static IReadOnlyList<(string Id, string Method, string Path, string[] Parameters)> Published { get; } =
    [
        .. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Management", "published-operations.tsv"))
            .Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1], fields[2], fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>The operations that are built.</summary>
    public static IReadOnlyList<Operation> Built { get; } =
        [.. OperationTable.All.Where(operation => operation.Authentication == Authentication.ManagementKey || IsPublished(operation))];

    /// <summary>The page with its lists made anew.</summary>
    public static string Renew(string page)
    {
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return $"{page[..from]}{Begin}\n\n{Lists()}\n{page[to..]}";
    }

    private static string Lists()
    {
        var text = new StringBuilder("## Built\n\n| method | path | operation | what it does |\n|---|---|---|---|\n");
        foreach (var operation in Built.OrderBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal))
            text.Append($"| {operation.Method} | `{operation.Path}` | {operation.OperationId}{(IsPublished(operation) ? "" : " *")} | {operation.Summary} |\n");
        text.Append("\n\\* not in the published API.\n\n## Published and not built\n\n| method | path | operation |\n|---|---|---|\n");
        foreach (var (id, method, path, _) in Published.Where(published => !Built.Any(operation => IsSame(operation, published))).OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal))
            text.Append($"| {method} | `{path}` | {id} |\n");
        text.Append("\n## Published parameters that are not taken\n\n| operation | parameter | why |\n|---|---|---|\n");
        foreach (var ((operation, parameter), why) in NotTaken)
            text.Append($"| {operation} | {parameter} | {why} |\n");
        return text.ToString();
    }

    private static bool IsPublished(Operation operation) => Published.Any(published => IsSame(operation, published));

    /// <summary>The published form of an operation; null when it has none.</summary>
    public static (string Id, string Method, string Path, string[] Parameters)? Find(Operation operation) =>
        Published.Where(published => IsSame(operation, published)).Select(published => ((string, string, string, string[])?)published).FirstOrDefault();

    private static bool IsSame(Operation operation, (string Id, string Method, string Path, string[] Parameters) published) =>
        operation.Method == published.Method && Shape(operation.Path) == Shape(published.Path);

    /// <summary>A path whose parameters have lost their names.</summary>
    private static string Shape(string path) => string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Talon.Functions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
