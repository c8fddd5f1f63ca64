using System.Text.Encodings.Web;
using System.Text.Json;

namespace Talon.Cli;

/// <summary>Shows results to programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<FileResult> files, TextWriter output)
    {
        var all = files.SelectMany(file => file.Cases).ToList();
        var report = new
        {
            Passed = all.Count(test => test.Passed),
            Failed = all.Count(test => !test.Passed),
            Files = files.Select(file => new
            {
                file.Path,
                Cases = file.Cases.Select(test => new { test.Case.Name, test.Passed, test.Differences }),
            }),
        };
        output.WriteLine(JsonSerializer.Serialize(report, Options));
    }
}
