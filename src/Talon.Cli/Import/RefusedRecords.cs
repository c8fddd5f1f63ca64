namespace Talon.Cli;

/// <summary>The file of records that were refused, each with the reason; corrected, it can be imported.</summary>
/// <param name="path">Where it is.</param>
internal sealed class RefusedRecords(string path)
{
    /// <summary>The column of CSV that the reason stands in, behind all others.</summary>
    public const string Column = "refusal";

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Goes back to what was kept at some point: an import that was interrupted sends what came after it again.</summary>
    /// <param name="length">How long the file was then, in bytes; 0 for none.</param>
    public void Return(long length)
    {
        if (length == 0)
        {
            File.Delete(path);
        }
        else if (File.Exists(path))
        {
            using var file = File.OpenWrite(path);
            file.SetLength(Math.Min(length, file.Length));
        }
    }

    /// <summary>Adds records; how long the file is then.</summary>
    public long Add(string? header, IReadOnlyList<(ImportRecord Record, string Reason)> refused)
    {
        var file = new FileInfo(path);
        if (refused.Count == 0)
            return file.Exists ? file.Length : 0;
        using var output = new StreamWriter(file.Open(FileMode.Append));
        if (output.BaseStream.Position == 0 && header is not null)
            output.WriteLine($"{header},{Column}");
        foreach (var (record, reason) in refused.OrderBy(pair => pair.Record.Line))
            output.WriteLine(header is null ? $"{record.Text}\t{reason}" : $"{record.Text},{CsvFields.Join([$"Line {record.Line}: {reason}"])}");
        output.Flush();
        return output.BaseStream.Length;
    }
}
