using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talon.Cli;

/// <summary>Sends points; each record with a transaction id, made of the record where the file has none, so that none is booked twice.</summary>
/// <param name="sending">Sends the file's parts.</param>
/// <param name="areBalances">Whether there is one record for each owner and subledger; otherwise there may be any number, also of equal ones.</param>
/// <param name="batch">What tells this import from another one of the same records.</param>
internal sealed class PointsTarget(CsvTarget sending, bool areBalances, string? batch) : IImportTarget
{
    private const string Transaction = "transactionid";
    private static readonly string[] Owner = ["customerprofileid", "identifier", "subledgerid"];

    public bool IsCsv => true;

    public IReadOnlyList<string> Columns => sending.Columns;

    public int BatchSize => sending.BatchSize;

    public (string? Header, IEnumerable<ImportRecord> Records) Prepare(string? header, IEnumerable<ImportRecord> records)
    {
        List<string> columns = [.. CsvFields.Split(header!).Select(CsvFields.Column)];
        if (!columns.Contains(Transaction))
            columns.Add(Transaction);
        return (CsvFields.Join(columns), Name(columns, records));
    }

    public Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation) => sending.SendAsync(header, records, cancellation);

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records) => sending.Blame(refusal, records);

    private IEnumerable<ImportRecord> Name(List<string> columns, IEnumerable<ImportRecord> records)
    {
        var at = columns.IndexOf(Transaction);
        var said = columns.Index().Where(column => areBalances ? Owner.Contains(column.Item) : column.Item != Transaction).ToList();

        // Equal records are told apart by how many came before. Eight bytes of a hash will do: were two records to share
        // them, one would be counted as the other's second.
        Dictionary<long, int> seen = [];
        foreach (var record in records)
        {
            if (record.Fault is not null)
            {
                yield return record;
                continue;
            }

            List<string> fields = [.. CsvFields.Split(record.Text)];
            if (fields.Count == columns.Count - 1 && at == columns.Count - 1)
                fields.Add("");
            if (fields.Count == columns.Count && string.IsNullOrWhiteSpace(fields[at]))
            {
                var text = string.Join('\n', said.Where(column => fields[column.Index].Length > 0).OrderBy(column => column.Item, StringComparer.Ordinal).Select(column => $"{column.Item}={fields[column.Index].Trim()}"));
                var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{(areBalances ? "balance" : "entry")}\n{batch}\n{text}"));
                var key = BitConverter.ToInt64(hash);
                seen[key] = seen.GetValueOrDefault(key) + 1;
                fields[at] = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}{(areBalances || seen[key] == 1 ? "" : "-" + seen[key])}");
            }

            yield return record with { Text = CsvFields.Join(fields) };
        }
    }
}
