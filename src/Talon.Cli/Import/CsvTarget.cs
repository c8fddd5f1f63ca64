using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Talon.Cli;

/// <summary>Sends records as CSV files to an import of the Management API.</summary>
/// <param name="client">The server.</param>
/// <param name="target">The operation.</param>
/// <param name="batchSize">How many records go with one request.</param>
internal sealed partial class CsvTarget(TalonClient client, string target, int batchSize) : IImportTarget
{
    public bool IsCsv => true;

    public int BatchSize { get; } = batchSize;

    public async Task SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var record in records)
            text.Append(record.Text).Append('\n');
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        file.Headers.ContentType = new("text/csv");
        form.Add(file, "upFile", "records.csv");
        await client.SendAsync(HttpMethod.Post, target, form, cancellation);
    }

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records)
    {
        // Records may span lines, so the line of the file that was sent leads to the record that begins there.
        var line = 2;
        var begins = new Dictionary<int, int>();
        for (var i = 0; i < records.Count; i++)
        {
            begins[line] = i;
            line += records[i].Text.Count(c => c == '\n') + 1;
        }

        foreach (var (_, details) in refusal.Problems)
        {
            var match = LineNumber().Match(details);
            if (match.Success && begins.TryGetValue(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), out var index))
                yield return (index, match.Groups[2].Value);
        }
    }

    [GeneratedRegex(@"^Line (\d+):?\s*(.*)$", RegexOptions.Singleline)]
    private static partial Regex LineNumber();
}
