using System.Diagnostics;
using SQLitePCL;

namespace Talon.Load;

/// <summary>Looks from outside into the queues of a running server.</summary>
internal static class QueueWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    static QueueWatch() => Batteries_V2.Init();

    /// <summary>How long it takes from now until no message is left that names work of a session.</summary>
    public static async Task<TimeSpan> UntilEmptyAsync(string dataFolder)
    {
        var start = Stopwatch.GetTimestamp();
        while (Count(dataFolder) > 0 && Stopwatch.GetElapsedTime(start) < Patience)
            await Task.Delay(20);
        return Stopwatch.GetElapsedTime(start);
    }

    private static long Count(string dataFolder)
    {
        var file = Directory.GetFiles(dataFolder, "*.db").Single();
        Check(raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            Check(raw.sqlite3_busy_timeout(database, 1000));
            Check(raw.sqlite3_prepare_v2(database, "SELECT count(*) FROM message WHERE queue IN ('guard', 'redemptions', 'loyalty', 'rollbacks')", out var statement));
            using (statement)
            {
                raw.sqlite3_step(statement);
                return raw.sqlite3_column_int64(statement, 0);
            }
        }
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite answered {code}.");
    }
}
