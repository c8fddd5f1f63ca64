namespace Talon.Cli.Tests;

/// <summary>A target that notes what is sent, in the order in which it is begun.</summary>
internal sealed class WatchedTarget(IImportTarget target) : IImportTarget
{
    private readonly List<ImportRecord> _sent = [];
    private int _atOnce;

    public IReadOnlyList<ImportRecord> Sent => _sent;

    public int MostAtOnce { get; private set; }

    public bool IsCsv => target.IsCsv;

    public IReadOnlyList<string> Columns => target.Columns;

    public int BatchSize => target.BatchSize;

    public int SideBySide => target.SideBySide;

    public string LaneOf(ImportRecord record) => target.LaneOf(record);

    public async Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        lock (_sent)
        {
            _sent.AddRange(records);
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        }

        try
        {
            return await target.SendAsync(header, records, cancellation);
        }
        finally
        {
            lock (_sent)
                _atOnce--;
        }
    }

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records) => target.Blame(refusal, records);
}
