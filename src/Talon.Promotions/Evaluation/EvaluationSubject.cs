namespace Talon.Promotions;

/// <summary>What an evaluation is made for.</summary>
/// <param name="Application">The configuration.</param>
/// <param name="Books">What the update knows of things that can be claimed.</param>
internal sealed record EvaluationSubject(ApplicationConfiguration Application, Books Books)
{
    /// <summary>The counters that the update has read.</summary>
    public CounterBook Counters => Books.Counters;
}
