using System.Text.Json;
using Spectre.Console;

namespace Talon.Cli;

/// <summary>Shows people what a set-up changes.</summary>
internal static class PlanReport
{
    private const int LongestValue = 100;
    private const int MostExtra = 10;

    public static void Write(JsonElement plan, bool prune, IAnsiConsole console)
    {
        var output = console.Profile.Out.Writer;
        foreach (var change in plan.GetProperty("changes").EnumerateArray())
        {
            console.Markup(change.GetProperty("action").GetString() switch { "create" => "[green]+[/]", "delete" => "[red]-[/]", _ => "[yellow]~[/]" });
            output.WriteLine($" {change.GetProperty("kind").GetString()} {change.GetProperty("name").GetString()}");
            if (!change.TryGetProperty("differences", out var differences))
                continue;
            foreach (var difference in differences.EnumerateArray())
                output.WriteLine($"    {difference.GetProperty("pointer").GetString()}  {Text(difference, "before")} -> {Text(difference, "after")}");
        }

        var extra = plan.GetProperty("extra").EnumerateArray().Select(json => $"{json.GetProperty("kind").GetString()} {json.GetProperty("name").GetString()}").ToList();
        if (extra.Count == 0)
            return;
        output.WriteLine(prune
            ? "On the server, not in the files, and kept, since others may use it or it cannot be deleted:"
            : "On the server, not in the files, and kept (--prune deletes what is this Application's alone):");
        foreach (var line in extra.Take(MostExtra))
            output.WriteLine("    " + line);
        if (extra.Count > MostExtra)
            output.WriteLine($"    and {extra.Count - MostExtra} more");
    }

    /// <summary>How many there are of each action.</summary>
    public static string Summary(JsonElement plan)
    {
        var counts = plan.GetProperty("changes").EnumerateArray().CountBy(change => change.GetProperty("action").GetString()!).ToDictionary();
        return $"{counts.GetValueOrDefault("create")} to create, {counts.GetValueOrDefault("update")} to change, {counts.GetValueOrDefault("delete")} to delete";
    }

    private static string Text(JsonElement difference, string member)
    {
        if (!difference.TryGetProperty(member, out var value))
            return "nothing";
        var text = value.GetRawText();
        return text.Length <= LongestValue ? text : text[..LongestValue] + "...";
    }
}
