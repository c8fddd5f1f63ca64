namespace Talon.RuleEngine;

/// <summary>The store that a request names.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="IntegrationId">The integrator's id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Attributes">Custom attributes.</param>
public sealed record StoreFacts(long Id, string IntegrationId, string Name, IReadOnlyDictionary<string, Value> Attributes);
