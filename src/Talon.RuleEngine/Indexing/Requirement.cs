namespace Talon.RuleEngine.Indexing;

/// <summary>Something that must hold, or a rule cannot succeed: any one of its keys has to be found in the facts.</summary>
/// <param name="Rank">How selective it is; the lowest is best.</param>
/// <param name="Keys">The alternatives. None when only an entered code can make the rule succeed.</param>
internal sealed record Requirement(int Rank, IReadOnlyList<IndexKey> Keys)
{
    /// <summary>A code of the campaign: campaigns with entered codes are evaluated in any case.</summary>
    public static readonly Requirement Code = new(0, []);

    public const int Equality = 1;
    public const int Item = 2;
    public const int Threshold = 3;

    /// <summary>Either of two has to hold.</summary>
    public static Requirement Either(Requirement a, Requirement b) => new(Math.Max(a.Rank, b.Rank), [.. a.Keys, .. b.Keys]);

    /// <summary>The better of two that both have to hold; null is none.</summary>
    public static Requirement? Better(Requirement? a, Requirement? b) =>
        a is null ? b : b is null ? a : b.Rank < a.Rank ? b : a;
}

/// <summary>One alternative of a requirement.</summary>
/// <param name="Probe">What to look at.</param>
internal abstract record IndexKey(Probe Probe);

/// <summary>A text has to be equal.</summary>
internal sealed record EqualKey(TextProbe Text, string Value) : IndexKey(Text);

/// <summary>A number has to be at least so much.</summary>
internal sealed record AtLeastKey(NumberProbe Number, decimal Limit) : IndexKey(Number);
