using System.Numerics;

namespace Talon.RuleEngine.Indexing;

/// <summary>A set of campaigns by their place in evaluation order.</summary>
internal sealed class CandidateSet(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) >> 6];

    public int Count { get; } = count;

    public void Add(int place) => _words[place >> 6] |= 1UL << place;

    public void AddAll(CandidateSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
    }

    public void AddAll(ReadOnlySpan<int> places)
    {
        foreach (var place in places)
            Add(place);
    }

    public void Keep(CandidateSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= other._words[i];
    }

    /// <summary>The first place in the set from a place on; <see cref="Count"/> when there is none.</summary>
    public int Next(int place)
    {
        var i = place >> 6;
        if (i >= _words.Length)
            return Count;
        var word = _words[i] & ulong.MaxValue << place;
        while (word == 0)
        {
            if (++i == _words.Length)
                return Count;
            word = _words[i];
        }

        return (i << 6) + BitOperations.TrailingZeroCount(word);
    }
}
