namespace Talon.Promotions;

/// <summary>What an evaluation is made for.</summary>
/// <param name="Context">Who asks, and when.</param>
/// <param name="Application">The configuration.</param>
/// <param name="Counters">The counters that the update has read.</param>
internal sealed record EvaluationSubject(RequestContext Context, ApplicationConfiguration Application, CounterBook Counters);
