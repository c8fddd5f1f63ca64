namespace Talon.RuleEngine.Talang;

/// <summary>Room for the lists that one campaign makes; the next campaign uses it again.</summary>
/// <remarks>A list must not outlive its campaign: what leaves in an effect is copied.</remarks>
internal sealed class ValueArena
{
    private const int SmallestChunk = 32;

    private Value[] _chunk = [];
    private int _used;

    /// <summary>Opens a list of at most that many values. Lists opened meanwhile come behind it.</summary>
    public ListBuilder Open(int capacity)
    {
        if (_chunk.Length - _used < capacity)
        {
            _chunk = new Value[Math.Max(Math.Max(SmallestChunk, _chunk.Length * 2), capacity)];
            _used = 0;
        }

        var builder = new ListBuilder(this, _chunk, _used, capacity);
        _used += capacity;
        return builder;
    }

    /// <summary>Forgets all lists.</summary>
    public void Reset() => _used = 0;

    private void Close(Value[] chunk, int start, int capacity, int count)
    {
        if (ReferenceEquals(chunk, _chunk) && _used == start + capacity)
            _used = start + count;
    }

    /// <summary>A list that is being filled.</summary>
    public struct ListBuilder(ValueArena arena, Value[] chunk, int start, int capacity)
    {
        private int _count;

        public void Add(in Value value) => chunk[start + _count++] = value;

        /// <summary>Closes the list; room that was not used goes to the next one.</summary>
        public readonly ValueList Close()
        {
            arena.Close(chunk, start, capacity, _count);
            return new ValueList(chunk, start, _count);
        }
    }
}
