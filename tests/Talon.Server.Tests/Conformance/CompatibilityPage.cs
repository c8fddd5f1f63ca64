using System.Text;

namespace Talon.Server.Tests;

/// <summary>What docs/compatibility.md says of differences from the published Integration API, as the tests know them.</summary>
internal static class CompatibilityPage
{
    private const string Begin = "<!-- differences: made by CompatibilityPageTests -->";
    private const string End = "<!-- end of differences -->";

    /// <summary>The page.</summary>
    public static string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ManagementPage.Path)!, "compatibility.md");

    /// <summary>The page with its lists made anew.</summary>
    public static string Renew(string page)
    {
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return $"{page[..from]}{Begin}\n\n{Lists()}\n{page[to..]}";
    }

    private static string Lists()
    {
        var text = new StringBuilder("## Of operations\n\n| difference | why | where |\n|---|---|---|\n");
        var built = ConformanceRun.Integration.ToDictionary(operation => operation.OperationId);
        var differences = PublishedOperation.All.SelectMany(published => Differences.Of(built[published.Id], published).Select(difference => (published.Id, Difference: difference)));
        foreach (var kind in differences.GroupBy(found => (found.Difference, Reason: Differences.Reason(found.Id, found.Difference))).OrderBy(kind => kind.Key.Difference, StringComparer.Ordinal))
            text.Append($"| {kind.Key.Difference} | {kind.Key.Reason} | {(kind.Count() == PublishedOperation.All.Count ? "everywhere" : string.Join(", ", kind.Select(found => found.Id)))} |\n");
        text.Append("\n## Never in an answer\n\n| shape or effect | why |\n|---|---|\n");
        foreach (var (name, reason) in ConformanceExceptions.NeverAnswered.OrderBy(never => never.Key, StringComparer.OrdinalIgnoreCase))
            text.Append($"| {name} | {reason} |\n");
        text.Append("\n## In answers, though not published\n\n| operation | member | why |\n|---|---|---|\n");
        foreach (var ((operation, problem), reason) in ConformanceExceptions.Additions)
            text.Append($"| {operation} | {problem.Split(':')[0].TrimStart('#', '/')} | {reason} |\n");
        return text.ToString();
    }
}
