using SQLitePCL;
using Talon.Storage;

namespace Talon.Server.Tests;

/// <summary>Looks into the file of a running server.</summary>
internal static class StoredRows
{
    /// <summary>Those of some integration ids under which something is stored, whatever it is.</summary>
    public static IReadOnlyList<string> StoredIds(string dataFolder, IEnumerable<string> ids)
    {
        var hashes = Partitions(Path.Combine(dataFolder, "talon.db")).Select(partition => partition.Split('.')[^1]).ToHashSet();
        return [.. ids.Where(id => hashes.Contains(KeyText.Hash(id)))];
    }

    private static IEnumerable<string> Partitions(string file)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(database, "SELECT DISTINCT partition FROM table_row", out var statement));
            using (statement)
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                    yield return raw.sqlite3_column_text(statement, 0).utf8_to_string();
        }
    }
}
