namespace Talon.Storage;

/// <summary>As many readers as ever read at once.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<Reader> _idle = new();
    private bool _disposed;

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
        lock (_gate)
        {
            _disposed = true;
            while (_idle.TryPop(out var reader))
                reader.Dispose();
        }
    }

    private Reader Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteStore));
            if (_idle.TryPop(out var reader))
                return reader;
        }

        return new(path);
    }

    private void Return(Reader reader)
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }
}
