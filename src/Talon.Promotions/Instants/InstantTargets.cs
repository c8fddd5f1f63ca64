namespace Talon.Promotions;

/// <summary>The partitions of what effects at once may write to.</summary>
internal sealed record InstantTargets
{
    /// <summary>The customer's; null when anonymous, or when the update itself writes the profile.</summary>
    public string? Profile { get; init; }

    /// <summary>The advocate's; null without a referral.</summary>
    public string? Advocate { get; init; }

    /// <summary>The referral's; null for none.</summary>
    public string? Referral { get; init; }

    /// <summary>The coupons', by id.</summary>
    public IReadOnlyDictionary<long, string> Coupons { get; init; } = new Dictionary<long, string>();
}
