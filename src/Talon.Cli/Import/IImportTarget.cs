namespace Talon.Cli;

/// <summary>Where records go.</summary>
internal interface IImportTarget
{
    /// <summary>Whether records are CSV; otherwise a JSON object a line.</summary>
    bool IsCsv { get; }

    /// <summary>For CSV, the columns that there may be.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>How many records go with one request.</summary>
    int BatchSize { get; }

    /// <summary>How many requests are under way at once.</summary>
    int SideBySide => 1;

    /// <summary>Records of one lane go in their order, those of different lanes side by side.</summary>
    string LaneOf(ImportRecord record) => "";

    /// <summary>Brings the records of a file, from its first one on, into the form in which they are sent and kept.</summary>
    (string? Header, IEnumerable<ImportRecord> Records) Prepare(string? header, IEnumerable<ImportRecord> records) => (header, records);

    /// <summary>Sends records, all or none. Throws <see cref="ServerRefusal"/> when the server refuses them.</summary>
    /// <returns>How many of them had come in before.</returns>
    Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation);

    /// <summary>The records that a refusal is about, by index; empty when it does not say.</summary>
    IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records);
}
