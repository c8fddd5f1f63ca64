namespace Talon.Server;

/// <summary>What a server has opened, to be closed in the opposite order.</summary>
internal sealed class OpenParts : IAsyncDisposable
{
    private readonly Stack<object> _parts = new();

    /// <summary>Takes charge of a part, which is disposed of if it can be.</summary>
    public T Add<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }

    /// <summary>Closes all parts, the last one first.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable patient)
                await patient.DisposeAsync();
            else
                (part as IDisposable)?.Dispose();
        }
    }
}
