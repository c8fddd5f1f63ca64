using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Talon.Cli;

/// <summary>Shows a preview to people.</summary>
internal static class PreviewReport
{
    public static void Write(string campaign, JsonElement preview, int top, IAnsiConsole console)
    {
        var output = console.Profile.Out.Writer;
        var currency = preview.GetProperty("currency").GetString();
        var sessions = preview.GetProperty("data").EnumerateArray().ToList();
        var affected = sessions.Where(session => session.GetProperty("effects").GetArrayLength() > 0).OrderByDescending(session => session.GetProperty("cost").GetDecimal()).ToList();
        if (affected.Count > 0)
            console.Write(Table(affected.Take(top), currency!));
        if (affected.Count > top)
            output.WriteLine($"and {affected.Count - top} more; --top shows more of them, --json all.");
        foreach (var failure in sessions.SelectMany(Failures))
            output.WriteLine($"\"{failure.GetProperty("ruleName").GetString()}\" did not apply: {failure.GetProperty("details").GetString()}");
        output.WriteLine(Invariant($"\"{campaign}\" would have done something for {preview.GetProperty("affected")} of {preview.GetProperty("evaluated")} sessions: {Number(preview, "cost")} {currency} of discounts on {Number(preview, "total")} {currency}, {Number(preview, "points")} points."));
    }

    private static Table Table(IEnumerable<JsonElement> sessions, string currency)
    {
        var table = new Table().AddColumns("Session", "Customer").AddColumns(
            new TableColumn($"Total {currency}").RightAligned(), new TableColumn($"Discount {currency}").RightAligned(), new TableColumn("Points").RightAligned(), new TableColumn("Effects"));
        foreach (var session in sessions)
        {
            table.AddRow(
                Markup.Escape(session.GetProperty("integrationId").GetString()!),
                Markup.Escape(session.GetProperty("profileId").GetString()!),
                Number(session, "total"),
                Number(session, "cost"),
                Number(session, "points"),
                Markup.Escape(string.Join(", ", session.GetProperty("effects").EnumerateArray().CountBy(effect => effect.GetProperty("effectType").GetString()!).Select(pair => pair.Value == 1 ? pair.Key : $"{pair.Value} x {pair.Key}"))));
        }

        return table;
    }

    private static IEnumerable<JsonElement> Failures(JsonElement session) =>
        session.TryGetProperty("ruleFailureReasons", out var failures) ? failures.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string Number(JsonElement json, string name) => json.GetProperty(name).GetDecimal().ToString("0.##", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
