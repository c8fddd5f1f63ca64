namespace Talon.RuleEngine;

/// <summary>An event.</summary>
/// <param name="Type">The event type.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record EventFacts(string Type, IReadOnlyDictionary<string, Value> Attributes);
