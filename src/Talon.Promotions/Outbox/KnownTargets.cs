namespace Talon.Promotions;

/// <summary>What a committing request knows of those that its commit owes something; saves reading them while it still holds.</summary>
/// <param name="Profile">The customer; null when unknown.</param>
/// <param name="Days">Days of analytics; null when unknown.</param>
internal sealed record KnownTargets(KnownProfile? Profile, IReadOnlyDictionary<(string Partition, string Key), KnownDay>? Days);
