namespace Talon.Storage;

/// <summary>Decides how a <see cref="MemoryStore"/> tears what the port does not promise to be whole.</summary>
public interface IInterleaving
{
    /// <summary>Awaited before each operation takes effect; the operation sees what others did meanwhile.</summary>
    ValueTask TurnAsync();

    /// <summary>The most rows of the next page, of the <paramref name="take"/> that were asked for; at least 1.</summary>
    int PageSize(int take);
}
