namespace Talon.RuleEngine;

/// <summary>What an effect takes from a limit; a commit claims it.</summary>
/// <param name="Key">The counter.</param>
/// <param name="Amount">How much, above zero.</param>
/// <param name="Ceiling">The limit that counter plus amount must not exceed; null when it is only counted.</param>
/// <param name="EffectIndex">The effect in <see cref="EvaluationResult.Effects"/> that takes it.</param>
/// <param name="Instant">Taken at once, also while the session is open; otherwise on close.</param>
public readonly record struct Charge(LimitKey Key, decimal Amount, decimal? Ceiling, int EffectIndex, bool Instant);
