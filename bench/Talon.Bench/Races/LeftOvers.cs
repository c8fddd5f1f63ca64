using Talon.Promotions;

namespace Talon.Bench;

/// <summary>Looks into the file of a server that has ended, for anything that has neither an owner nor a message that names it.</summary>
internal sealed class LeftOvers
{
    private readonly StoreFile _file;
    private readonly IReadOnlyList<string> _messages;

    private LeftOvers(StoreFile file) => (_file, _messages) = (file, file.Messages());

    /// <summary>Looks.</summary>
    /// <exception cref="RaceException">Something was found.</exception>
    public static void Check(string path)
    {
        using var file = new StoreFile(path);
        var leftOvers = new LeftOvers(file);
        foreach (var row in file.Rows())
            leftOvers.Look(row);
    }

    private void Look((string Partition, string Key, byte[] Body) row)
    {
        if (Attempt(row) is { } attempt && !IsNamed(attempt))
            throw new RaceException($"{row.Partition} is left with {row.Key}, and no message names {attempt}.");
        if (!row.Key.StartsWith("claim.", StringComparison.Ordinal) || row.Partition.StartsWith("ledger.", StringComparison.Ordinal))
            return;
        var claim = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
        if (claim.Amount == claim.GivenBack || claim.Released || IsNamed(claim.Attempt))
            return;
        if (_file.Find(claim.Owner, OwnerRows.Ended(claim.Attempt)) is not { } ended
            || RowCodec.Decode(ended, RowJson.Default.AttemptRow) is not { State: AttemptState.Committed } owner
            || !owner.Claims.Any(confirmed => confirmed.Partition == row.Partition && confirmed.RowKey == row.Key))
            throw new RaceException($"{row.Partition} is left with {row.Key}, which no committed attempt lists and no message names.");
    }

    private bool IsNamed(string attempt) => _messages.Any(message => message.Contains(attempt, StringComparison.Ordinal));

    /// <summary>The attempt whose unfinished business a row is; null for any other row.</summary>
    private static string? Attempt((string Partition, string Key, byte[] Body) row)
    {
        if (row.Key.StartsWith(OwnerRows.OutboxPrefix, StringComparison.Ordinal))
            return RowCodec.Decode(row.Body, RowJson.Default.OutboxRow).Attempt;
        foreach (var prefix in (string[])[OwnerRows.PendingPrefix, OwnerRows.HeldPrefix])
        {
            if (row.Key.StartsWith(prefix, StringComparison.Ordinal))
                return row.Key[prefix.Length..];
        }

        return null;
    }
}
