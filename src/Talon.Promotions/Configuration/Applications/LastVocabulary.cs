using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Keeps the last whole vocabulary and gives it again while its parts and the names of campaigns are the same.</summary>
internal sealed class LastVocabulary
{
    private readonly Lock _lock = new();
    private Vocabulary? _parts;
    private Vocabulary? _whole;

    /// <summary>The parts with campaigns.</summary>
    public Vocabulary Get(Vocabulary parts, IReadOnlyList<NamedEntity> campaigns)
    {
        lock (_lock)
        {
            if (_whole is null || !ReferenceEquals(parts, _parts) || !_whole.Campaigns.SequenceEqual(campaigns))
                (_whole, _parts) = (parts with { Campaigns = campaigns }, parts);
            return _whole;
        }
    }
}
