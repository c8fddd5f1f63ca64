namespace Talon.Promotions;

/// <summary>Keeps the last result of a computation and gives it again while the inputs are the same objects.</summary>
internal sealed class LastResult<T>
    where T : class
{
    private readonly Lock _lock = new();
    private object?[]? _inputs;
    private T? _result;

    /// <summary>The result for these inputs, computed only when they differ from the last ones.</summary>
    public T Get(IEnumerable<object?> inputs, Func<T> compute)
    {
        object?[] now = [.. inputs];
        lock (_lock)
        {
            if (_result is null || _inputs is null || !_inputs.AsSpan().SequenceEqual(now, ReferenceEqualityComparer.Instance))
                (_result, _inputs) = (compute(), now);
            return _result;
        }
    }
}
