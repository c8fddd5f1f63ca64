namespace Talon.Cli;

/// <summary>Where records go.</summary>
internal interface IImportTarget
{
    /// <summary>Whether the file is CSV; otherwise a JSON object a line.</summary>
    bool IsCsv { get; }

    /// <summary>How many records go with one request.</summary>
    int BatchSize { get; }

    /// <summary>Sends records, all or none. Throws <see cref="ServerRefusal"/> when the server refuses them.</summary>
    Task SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation);

    /// <summary>The records that a refusal is about, by index; empty when it does not say.</summary>
    IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records);
}
