namespace Talon.Cli;

/// <summary>Sends a file batch by batch; what is refused goes to another file with the reason.</summary>
/// <param name="file">The file.</param>
/// <param name="name">What is imported where: an import goes on only to the same place.</param>
/// <param name="target">Where records go.</param>
internal sealed class ImportRun(string file, string name, IImportTarget target)
{
    /// <summary>So many requests for each of those under way at once go between two notes of the progress.</summary>
    private const int Rounds = 8;

    private readonly RefusedRecords _refused = new(file + ".refused");

    /// <summary>Where refused records are kept.</summary>
    public string RefusedFile => _refused.Path;

    /// <summary>Imports all that was not imported yet.</summary>
    /// <param name="report">Told the bytes read and the records done.</param>
    /// <param name="cancellation">Ends between batches.</param>
    public async Task<ImportProgress> RunAsync(Action<double, ImportProgress> report, CancellationToken cancellation)
    {
        using var source = ImportSource.Open(file, target.IsCsv, target.Columns);
        var (header, records) = target.Prepare(source.Header, source.Read());
        var progress = ImportProgress.Read(file, name);
        _refused.Return(progress.Kept);
        var skipped = progress.Done;
        foreach (var batch in records.Skip((int)skipped).Chunk(target.SideBySide == 1 ? target.BatchSize : target.BatchSize * target.SideBySide * Rounds))
        {
            var (before, refused) = await SendLanesAsync(header, batch, cancellation);
            progress = progress with
            {
                Done = progress.Done + batch.Length,
                Refused = progress.Refused + refused.Count,
                Before = progress.Before + before,
                Kept = _refused.Add(header, refused),
            };
            progress.Write(file);
            report((double)source.Position / Math.Max(1, source.Length), progress);
        }

        File.Delete(ImportProgress.PathOf(file));
        return progress;
    }

    /// <summary>Sends records lane by lane, so that what depends on each other stays in order.</summary>
    private async Task<(int Before, List<(ImportRecord Record, string Reason)> Refused)> SendLanesAsync(string? header, ImportRecord[] records, CancellationToken cancellation)
    {
        if (target.SideBySide == 1)
            return await SendAsync(header, [.. records], cancellation);
        var before = 0;
        List<(ImportRecord Record, string Reason)> refused = [];
        var options = new ParallelOptions { MaxDegreeOfParallelism = target.SideBySide, CancellationToken = cancellation };
        await Parallel.ForEachAsync(records.GroupBy(target.LaneOf), options, async (lane, stopping) =>
        {
            foreach (var batch in lane.Chunk(target.BatchSize))
            {
                var result = await SendAsync(header, [.. batch], stopping);
                lock (refused)
                {
                    before += result.Before;
                    refused.AddRange(result.Refused);
                }
            }
        });
        return (before, refused);
    }

    /// <summary>Sends what is not refused; where the server does not say what it minds, halves are tried.</summary>
    private async Task<(int Before, List<(ImportRecord Record, string Reason)> Refused)> SendAsync(string? header, List<ImportRecord> records, CancellationToken cancellation)
    {
        List<(ImportRecord Record, string Reason)> refused = [.. records.Where(record => record.Fault is not null).Select(record => (record, record.Fault!))];
        records = [.. records.Where(record => record.Fault is null)];
        while (records.Count > 0)
        {
            try
            {
                return (await target.SendAsync(header, records, cancellation), refused);
            }
            catch (ServerRefusal refusal) when (refusal.Status is 400 or 409)
            {
                var blamed = target.Blame(refusal, records).GroupBy(problem => problem.Index).Where(group => group.Key < records.Count).ToDictionary(group => group.Key, group => string.Join("; ", group.Select(problem => problem.Reason)));
                if (blamed.Count == 0 && records.Count == 1)
                    blamed[0] = string.Join("; ", [refusal.Message, .. refusal.Problems.Select(problem => problem.Details)]);
                if (blamed.Count == 0)
                {
                    var half = records.Count / 2;
                    var first = await SendAsync(header, records[..half], cancellation);
                    var second = await SendAsync(header, records[half..], cancellation);
                    return (first.Before + second.Before, [.. refused, .. first.Refused, .. second.Refused]);
                }

                refused.AddRange(blamed.Select(pair => (records[pair.Key], pair.Value)));
                records = [.. records.Where((_, index) => !blamed.ContainsKey(index))];
            }
            catch (ServerRefusal refusal)
            {
                throw refusal.ToEnd();
            }
        }

        return (0, refused);
    }
}
