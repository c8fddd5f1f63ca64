namespace Talon.RuleEngine;

/// <summary>A giveaway pool.</summary>
/// <param name="Available">Codes that can still be handed out now.</param>
public sealed record GiveawayPoolFacts(long Available);
