using System.Text.Json;

namespace Talon.RuleEngine;

/// <summary>A ruleset as it was saved: Talang in JSON arrays.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Rules">The array of rules, each with title, condition, effects and bindings.</param>
/// <param name="Bindings">The array of ruleset-level bindings; undefined for none.</param>
public sealed record RulesetDefinition(long Id, JsonElement Rules, JsonElement Bindings = default);
