using SQLitePCL;
using Talon.Promotions;

namespace Talon.Bench;

/// <summary>Looks into the file of a server that has ended, for anything that has neither an owner nor a message that names it.</summary>
internal static class LeftOvers
{
    /// <summary>Looks.</summary>
    /// <exception cref="RaceException">Something was found.</exception>
    public static void Check(string file)
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        Done(raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            var named = Read(database, "SELECT '', '', body FROM message").Select(row => System.Text.Encoding.UTF8.GetString(row.Body)).ToList();
            var rows = Read(database, "SELECT partition, key, body FROM table_row");
            var byPlace = rows.ToDictionary(row => (row.Partition, row.Key), row => row.Body);
            foreach (var row in rows)
                Look(row, byPlace, named);
        }
    }

    private static void Look((string Partition, string Key, byte[] Body) row, Dictionary<(string Partition, string Key), byte[]> rows, IReadOnlyList<string> messages)
    {
        if (Attempt(row) is { } attempt && !messages.Any(message => message.Contains(attempt, StringComparison.Ordinal)))
            throw new RaceException($"{row.Partition} is left with {row.Key}, and no message names {attempt}.");
        if (!row.Key.StartsWith("claim.", StringComparison.Ordinal) || row.Partition.StartsWith("ledger.", StringComparison.Ordinal))
            return;
        var claim = RowCodec.Decode(row.Body, RowJson.Default.ClaimRow);
        if (claim.Amount == claim.GivenBack || claim.Released || messages.Any(message => message.Contains(claim.Attempt, StringComparison.Ordinal)))
            return;
        if (!rows.TryGetValue((claim.Owner, OwnerRows.Ended(claim.Attempt)), out var ended)
            || RowCodec.Decode(ended, RowJson.Default.AttemptRow) is not { State: AttemptState.Committed } owner
            || !owner.Claims.Any(confirmed => confirmed.Partition == row.Partition && confirmed.RowKey == row.Key))
            throw new RaceException($"{row.Partition} is left with {row.Key}, which no committed attempt lists and no message names.");
    }

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

    private static List<(string Partition, string Key, byte[] Body)> Read(sqlite3 database, string query)
    {
        Done(raw.sqlite3_prepare_v2(database, query, out var statement));
        using (statement)
        {
            var rows = new List<(string, string, byte[])>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                rows.Add((raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_text(statement, 1).utf8_to_string(), raw.sqlite3_column_blob(statement, 2).ToArray()));
            return rows;
        }
    }

    private static void Done(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new RaceException($"The store file cannot be read: {code}.");
    }
}
