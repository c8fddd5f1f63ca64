using System.Collections;

namespace Talon.RuleEngine.Talang;

/// <summary>A list of the rule language: a view of part of an array that nobody changes any more.</summary>
internal readonly struct ValueList(Value[] array, int offset, int count) : IReadOnlyList<Value>
{
    public static readonly ValueList Empty = new([], 0, 0);

    public int Count { get; } = count;

    public ReadOnlySpan<Value> Span => new(array, offset, Count);

    public Value this[int index] => Span[index];

    /// <summary>A list over values that come from outside.</summary>
    public static ValueList From(IReadOnlyList<Value> values) => values switch
    {
        ValueList list => list,
        Value[] all => new ValueList(all, 0, all.Length),
        _ => new ValueList([.. values], 0, values.Count),
    };

    public ValueList Slice(int start, int length) => new(array, offset + start, length);

    public IEnumerator<Value> GetEnumerator() => new ArraySegment<Value>(array, offset, Count).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
