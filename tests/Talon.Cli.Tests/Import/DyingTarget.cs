namespace Talon.Cli.Tests;

/// <summary>A target at whose n-th request the command dies, before it was sent or before its answer came.</summary>
internal sealed class DyingTarget(IImportTarget target, int request, bool sent) : IImportTarget
{
    private int _requests;

    public bool IsCsv => target.IsCsv;

    public IReadOnlyList<string> Columns => target.Columns;

    public int BatchSize => target.BatchSize;

    public (string? Header, IEnumerable<ImportRecord> Records) Prepare(string? header, IEnumerable<ImportRecord> records) => target.Prepare(header, records);

    public async Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        var dies = ++_requests == request;
        if (dies && !sent)
            throw new OperationCanceledException();
        var before = await target.SendAsync(header, records, cancellation);
        return dies ? throw new OperationCanceledException() : before;
    }

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records) => target.Blame(refusal, records);
}
