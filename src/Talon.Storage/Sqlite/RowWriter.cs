namespace Talon.Storage;

/// <summary>Applies the changes of a transaction on the write connection.</summary>
internal sealed class RowWriter(Database database, Sequence sequence)
{
    private readonly Statement _insert = database.Prepare(
        "INSERT INTO table_row(partition, key, version, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");

    private readonly Statement _upsert = database.Prepare(
        """
        INSERT INTO table_row(partition, key, version, body) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT(partition, key) DO UPDATE SET version = excluded.version, body = excluded.body
        """);

    private readonly Statement _replace = database.Prepare(
        "UPDATE table_row SET version = ?3, body = ?4 WHERE partition = ?1 AND key = ?2 AND version = ?5");

    private readonly Statement _delete = database.Prepare(
        "DELETE FROM table_row WHERE partition = ?1 AND key = ?2 AND version = ?3");

    /// <summary>Applies changes up to the first conflict; the caller undoes those before it.</summary>
    public CommitResult Apply(string partition, IReadOnlyList<Change> changes)
    {
        var etags = new string[changes.Count];
        for (var i = 0; i < etags.Length; i++)
        {
            var change = changes[i];
            var version = change.Kind == ChangeKind.Delete ? 0 : sequence.Next();
            if (Apply(partition, change, version) == 0)
                return CommitResult.Conflict(change.Key);
            etags[i] = change.Kind == ChangeKind.Delete ? "" : ETags.Format(version);
        }

        return CommitResult.Done(etags);
    }

    private int Apply(string partition, Change change, long version) => change.Kind switch
    {
        ChangeKind.Insert => Write(_insert, partition, change, version).Run(),
        ChangeKind.Upsert => Write(_upsert, partition, change, version).Run(),
        ChangeKind.Replace => Write(_replace, partition, change, version).Bind(5, ETags.Parse(change.ETag!)).Run(),
        _ => _delete.Bind(1, partition).Bind(2, change.Key).Bind(3, ETags.Parse(change.ETag!)).Run(),
    };

    private static Statement Write(Statement statement, string partition, Change change, long version) =>
        statement.Bind(1, partition).Bind(2, change.Key).Bind(3, version).Bind(4, change.Body);
}
