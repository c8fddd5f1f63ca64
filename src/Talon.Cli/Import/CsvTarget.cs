using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Talon.Cli;

/// <summary>Sends records as CSV files to an import of the Management API.</summary>
/// <param name="client">The server.</param>
/// <param name="target">The operation.</param>
/// <param name="columns">The columns that it knows.</param>
/// <param name="batchSize">How many records go with one request.</param>
/// <param name="tellsNew">Whether the amount that the server answers is that of the new ones.</param>
internal sealed partial class CsvTarget(TalonClient client, string target, IReadOnlyList<string> columns, int batchSize, bool tellsNew = false) : IImportTarget
{
    public bool IsCsv => true;

    public IReadOnlyList<string> Columns => columns;

    public int BatchSize { get; } = batchSize;

    /// <summary>Whether the same records would be added again.</summary>
    public bool Once { get; init; }

    /// <summary>What tells this import from another one of the same records.</summary>
    public string? Batch { get; init; }

    public async Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var record in records)
            text.Append(record.Text).Append('\n');
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        file.Headers.ContentType = new("text/csv");
        form.Add(file, "upFile", "records.csv");
        var answer = await client.SendAsync(HttpMethod.Post, target, form, cancellation, Once ? Key(text, records[0].Line) : null);
        return tellsNew ? records.Count - answer.GetProperty("amount").GetInt32() : 0;
    }

    /// <summary>The same for the same records at the same place of a file, so that none is added twice.</summary>
    private string Key(StringBuilder text, int line) =>
        "talon-import-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Batch}\n{line}\n{text}"))));

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
            if (match.Success && match.Groups[1].ValueSpan is "1")
                throw new CommandException(ExitCodes.Misused, $"The first line of the file, which names the columns: {match.Groups[2].Value}");
            if (match.Success && begins.TryGetValue(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), out var index))
                yield return (index, match.Groups[2].Value);
        }
    }

    [GeneratedRegex(@"^Line (\d+):?\s*(.*)$", RegexOptions.Singleline)]
    private static partial Regex LineNumber();
}
