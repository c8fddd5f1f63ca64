using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>Effects, and the session they belong to where that was asked for.</summary>
internal sealed record EffectsBody(IReadOnlyList<Effect> Effects, CustomerSession? CustomerSession = null);
