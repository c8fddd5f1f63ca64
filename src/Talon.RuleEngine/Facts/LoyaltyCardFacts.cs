namespace Talon.RuleEngine;

/// <summary>The loyalty card that the session names.</summary>
/// <param name="Identifier">The card's identifier.</param>
/// <param name="ProgramId">Its programme.</param>
/// <param name="Attributes">Custom attributes.</param>
public sealed record LoyaltyCardFacts(string Identifier, long ProgramId, IReadOnlyDictionary<string, Value> Attributes);
