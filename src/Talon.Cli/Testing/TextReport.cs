using Spectre.Console;

namespace Talon.Cli;

/// <summary>Shows results to people.</summary>
internal static class TextReport
{
    public static void Write(IReadOnlyList<FileResult> files, IAnsiConsole console)
    {
        foreach (var file in files)
        {
            var failed = file.Cases.Where(test => !test.Passed).ToList();
            Line(console, failed.Count == 0 ? "[green]✓[/]" : "[red]✗[/]", $"{file.Path}  {Count(file.Cases.Count, "case")}");
            foreach (var test in failed)
            {
                Line(console, "  [red]✗[/]", test.Case.Name);
                foreach (var difference in test.Differences)
                {
                    Line(console, "     ", difference.Where);
                    Line(console, "       [green]expected[/]", difference.Expected ?? "nothing");
                    Line(console, "       [red]found[/]   ", difference.Found ?? "nothing");
                }
            }
        }

        var all = files.SelectMany(file => file.Cases).ToList();
        console.Profile.Out.Writer.WriteLine($"{all.Count(test => test.Passed)} passed, {all.Count(test => !test.Passed)} failed");
    }

    /// <summary>Long texts stay on their line, so that they can be copied and compared.</summary>
    private static void Line(IAnsiConsole console, string mark, string text)
    {
        console.Markup(mark);
        console.Profile.Out.Writer.WriteLine(" " + text);
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
