using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>An effect that happened once and for all in the life of a session; every later evaluation answers with it as it was.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Effect">The effect.</param>
internal sealed record DoneEffect(EffectKey Key, Effect Effect);
