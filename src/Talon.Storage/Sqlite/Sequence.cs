namespace Talon.Storage;

/// <summary>Numbers that never repeat in a store: ETags and message ids.</summary>
internal sealed class Sequence
{
    private readonly Statement save;
    private long last;
    private long saved;

    public Sequence(Database database)
    {
        save = database.Prepare("UPDATE sequence SET last = ?1");
        if (!long.TryParse(database.Ask("SELECT last FROM sequence"), out last))
            throw new StoreFileException(database.Path, "its last version number is missing");
        saved = last;
    }

    public long Next() => ++last;

    /// <summary>Stores the last number in the transaction that used it.</summary>
    public void Save()
    {
        if (last == saved)
            return;
        save.Bind(1, last).Run();
    }

    /// <summary>Tells that the transaction was committed.</summary>
    public void Saved() => saved = last;
}
