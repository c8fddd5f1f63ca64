namespace Talon.Storage;

/// <summary>Numbers that never repeat in a store: ETags and message ids.</summary>
internal sealed class Sequence
{
    private readonly Statement _save;
    private long _last;
    private long _saved;

    public Sequence(Database database)
    {
        _save = database.Prepare("UPDATE sequence SET last = ?1");
        if (!long.TryParse(database.Ask("SELECT last FROM sequence"), out _last))
            throw new StoreFileException(database.Path, "its last version number is missing");
        _saved = _last;
    }

    public long Next() => ++_last;

    /// <summary>Stores the last number in the transaction that used it.</summary>
    public void Save()
    {
        if (_last == _saved)
            return;
        _save.Bind(1, _last).Run();
    }

    /// <summary>Tells that the transaction was committed.</summary>
    public void Saved() => _saved = _last;
}
