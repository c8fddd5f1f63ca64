namespace Talon.Promotions;

/// <summary>What a committing request knows of those that its commit owes something; saves reading them while it still holds.</summary>
internal sealed record KnownTargets
{
    /// <summary>The customer; null when unknown.</summary>
    public KnownProfile? Profile { get; init; }

    /// <summary>Days of analytics; null when unknown.</summary>
    public IReadOnlyDictionary<(string Partition, string Key), KnownDay>? Days { get; init; }

    /// <summary>Accounts of points by partition; null when unknown.</summary>
    public IReadOnlyDictionary<string, LoyaltyAccount>? Accounts { get; init; }
}
