using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A referral code with all that was read of it.</summary>
internal sealed record ReferralRead
{
    /// <summary>The name of the limit that lets a customer be referred once in an Application.</summary>
    public const string FriendLimit = "beReferred";

    /// <summary>The code as entered.</summary>
    public required string Code { get; init; }

    /// <summary>The referral's partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The referral; null when there is none of that code.</summary>
    public Referral? Referral { get; init; }

    /// <summary>Redemptions by everybody.</summary>
    public CounterState Uses { get; init; } = CounterState.Untouched;

    /// <summary>Redemptions by the customer at hand.</summary>
    public CounterState FriendUses { get; init; } = CounterState.Untouched;

    /// <summary>Whether the customer at hand was referred in the Application; counts to 1.</summary>
    public CounterState Referred { get; init; } = CounterState.Untouched;

    /// <summary>The friends who redeemed it.</summary>
    public IReadOnlyList<string> Friends { get; init; } = [];

    /// <summary>The advocate; null when there is none, or the referral is none.</summary>
    public ProfileRow? Advocate { get; init; }

    /// <summary>Whether the advocate was looked for.</summary>
    public bool AdvocateRead { get; init; }

    /// <summary>The same with the advocate, if that is who was read along.</summary>
    public ReferralRead Guess(ProfileRead? guess) => guess is not null && guess.IntegrationId == Referral?.AdvocateProfileIntegrationId
        ? this with { Advocate = guess.Stored, AdvocateRead = true }
        : this;

    /// <summary>The redemptions of a referral by one friend.</summary>
    public static LimitKey ByFriend(long referralId, string friend) => LimitKey.ReferralUses(referralId) with { Entities = "Profile=" + friend };

    /// <summary>The limit that lets a customer be referred once.</summary>
    public static LimitKey ReferredOnce(long applicationId, string friend) => new(LimitOwner.Referral, applicationId, FriendLimit, "Profile=" + friend);

    /// <summary>The referral as the API shows it, with its redemptions.</summary>
    public InventoryReferral? Shown(IReadOnlyDictionary<LimitKey, decimal> usedAfter, string? friend)
    {
        if (Referral is not { } referral)
            return null;
        return new InventoryReferral
        {
            Id = referral.Id,
            Created = referral.Created,
            StartDate = referral.StartDate,
            ExpiryDate = referral.ExpiryDate,
            UsageLimit = referral.UsageLimit,
            CampaignId = referral.CampaignId,
            AdvocateProfileIntegrationId = referral.AdvocateProfileIntegrationId,
            FriendProfileIntegrationId = referral.FriendProfileIntegrationId,
            Attributes = referral.Attributes,
            ImportId = referral.ImportId,
            Code = referral.Code,
            UsageCounter = (long)usedAfter.GetValueOrDefault(LimitKey.ReferralUses(referral.Id), Uses.Used),
            BatchId = referral.BatchId,
            ReferredCustomers = ReferredAfter(referral.Id, usedAfter, friend),
        };
    }

    private IReadOnlyList<string> ReferredAfter(long referralId, IReadOnlyDictionary<LimitKey, decimal> usedAfter, string? friend) =>
        friend is null || !usedAfter.TryGetValue(ByFriend(referralId, friend), out var uses) ? Friends :
        uses > 0 ? [.. Friends.Append(friend).Distinct()] : [.. Friends.Where(other => other != friend)];

    /// <summary>The counters as they were read.</summary>
    public IEnumerable<(LimitKey Key, CounterState State)> Counters(string? friend)
    {
        if (Referral is not { } referral)
            yield break;
        yield return (LimitKey.ReferralUses(referral.Id), Uses);
        if (friend is not null)
            yield return (ByFriend(referral.Id, friend), FriendUses);
    }
}
