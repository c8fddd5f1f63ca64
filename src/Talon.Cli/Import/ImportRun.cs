namespace Talon.Cli;

/// <summary>Sends a file batch by batch; what is refused goes to another file with the reason.</summary>
/// <param name="file">The file.</param>
/// <param name="name">What is imported where: an import goes on only to the same place.</param>
/// <param name="target">Where records go.</param>
internal sealed class ImportRun(string file, string name, IImportTarget target)
{
    /// <summary>Where refused records are kept.</summary>
    public string RefusedFile { get; } = file + ".refused";

    /// <summary>Imports all that was not imported yet.</summary>
    /// <param name="report">Told the bytes read and the records done.</param>
    /// <param name="cancellation">Ends between batches.</param>
    public async Task<ImportProgress> RunAsync(Action<double, ImportProgress> report, CancellationToken cancellation)
    {
        using var source = ImportSource.Open(file, target.IsCsv);
        var progress = ImportProgress.Read(file, name);
        if (progress.Done == 0)
            File.Delete(RefusedFile);
        var skipped = progress.Done;
        foreach (var batch in source.Read().Skip((int)skipped).Chunk(target.BatchSize))
        {
            var refused = await SendAsync(source.Header, [.. batch], cancellation);
            Keep(source.Header, refused);
            progress = progress with { Done = progress.Done + batch.Length, Refused = progress.Refused + refused.Count };
            progress.Write(file);
            report((double)source.Position / Math.Max(1, source.Length), progress);
        }

        File.Delete(ImportProgress.PathOf(file));
        return progress;
    }

    /// <summary>Sends what is not refused; where the server does not say what it minds, halves are tried.</summary>
    private async Task<List<(ImportRecord Record, string Reason)>> SendAsync(string? header, List<ImportRecord> records, CancellationToken cancellation)
    {
        List<(ImportRecord Record, string Reason)> refused = [];
        while (records.Count > 0)
        {
            try
            {
                await target.SendAsync(header, records, cancellation);
                break;
            }
            catch (ServerRefusal refusal) when (refusal.Status is 400 or 409)
            {
                var blamed = target.Blame(refusal, records).GroupBy(problem => problem.Index).Where(group => group.Key < records.Count).ToDictionary(group => group.Key, group => string.Join("; ", group.Select(problem => problem.Reason)));
                if (blamed.Count == 0 && records.Count == 1)
                    blamed[0] = string.Join("; ", [refusal.Message, .. refusal.Problems.Select(problem => problem.Details)]);
                if (blamed.Count == 0)
                {
                    var half = records.Count / 2;
                    refused.AddRange(await SendAsync(header, records[..half], cancellation));
                    refused.AddRange(await SendAsync(header, records[half..], cancellation));
                    break;
                }

                refused.AddRange(blamed.Select(pair => (records[pair.Key], pair.Value)));
                records = [.. records.Where((_, index) => !blamed.ContainsKey(index))];
            }
            catch (ServerRefusal refusal)
            {
                throw refusal.ToEnd();
            }
        }

        return refused;
    }

    private void Keep(string? header, List<(ImportRecord Record, string Reason)> refused)
    {
        if (refused.Count == 0)
            return;
        var isNew = !File.Exists(RefusedFile);
        using var output = File.AppendText(RefusedFile);
        if (isNew && header is not null)
            output.WriteLine(header + ",reason");
        foreach (var (record, reason) in refused.OrderBy(pair => pair.Record.Line))
            output.WriteLine(header is null ? $"{record.Text}\t{reason}" : $"{record.Text},{ImportSource.Join([$"Line {record.Line}: {reason}"])}");
    }
}
