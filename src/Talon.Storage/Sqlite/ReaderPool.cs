namespace Talon.Storage;

/// <summary>As many readers as ever read at once.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<Reader> idle = new();
    private bool disposed;

    /// <summary>Runs a query on a reader that nobody else uses meanwhile.</summary>
    public TResult Use<TArgument, TResult>(TArgument argument, Func<Reader, TArgument, TResult> query)
    {
        var reader = Rent();
        try
        {
            var result = query(reader, argument);
            Return(reader);
            return result;
        }
        catch
        {
            // It may be in the middle of a query; a new one is not.
            reader.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            while (idle.TryPop(out var reader))
                reader.Dispose();
        }
    }

    private Reader Rent()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(SqliteStore));
            if (idle.TryPop(out var reader))
                return reader;
        }

        return new(path);
    }

    private void Return(Reader reader)
    {
        lock (gate)
        {
            if (!disposed)
            {
                idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }
}
