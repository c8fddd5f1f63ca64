namespace Talon.Storage;

/// <summary>Makes a new file a store, and refuses any other that is none.</summary>
internal static class Schema
{
    private const string Application = "1415670894";
    private const string Version = "1";

    private const string Tables = $"""
        CREATE TABLE table_row(
            id INTEGER PRIMARY KEY,
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body BLOB NOT NULL,
            UNIQUE(partition, key)) STRICT;
        CREATE TABLE message(
            id INTEGER PRIMARY KEY,
            queue TEXT NOT NULL,
            visible INTEGER NOT NULL,
            delivery INTEGER NOT NULL,
            body TEXT NOT NULL) STRICT;
        CREATE INDEX message_by_visible ON message(queue, visible);
        CREATE TABLE sequence(last INTEGER NOT NULL) STRICT;
        INSERT INTO sequence VALUES (0);
        PRAGMA application_id = {Application};
        PRAGMA user_version = {Version};
        """;

    /// <summary>Sets the connection up for writing; the file is looked at before anything in it is touched.</summary>
    public static void Prepare(Database database)
    {
        var isNew = IsNew(database);
        if (database.Ask("PRAGMA journal_mode = WAL") != "wal")
            throw new StoreFileException(database.Path, "its file system has no shared memory for a write-ahead log");
        database.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -16384");
        if (isNew)
            database.Execute($"BEGIN IMMEDIATE; {Tables} COMMIT");
    }

    private static bool IsNew(Database database)
    {
        var application = database.Ask("PRAGMA application_id");
        if (application == "0" && database.Ask("SELECT count(*) FROM sqlite_schema") == "0")
            return true;
        if (application != Application)
            throw new StoreFileException(database.Path, "it is the database of another application");
        if (database.Ask("PRAGMA user_version") is var version && version != Version)
            throw new StoreFileException(database.Path, $"its version is {version}, this program knows version {Version}");
        return false;
    }
}
