using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>What a client gets to see.</summary>
internal sealed record Answer
{
    /// <summary>The session's number of updates; 0 when the answer holds no session.</summary>
    public long UpdateCount { get; init; }

    /// <summary>The session's state; null when the answer holds no session.</summary>
    public SessionState? State { get; init; }

    /// <summary>The session's total before discounts.</summary>
    public decimal Total { get; init; }

    /// <summary>The effects, each as one text.</summary>
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>The codes that are accepted.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>The redemptions of the coupons entered.</summary>
    public IReadOnlyDictionary<string, long> Redemptions { get; init; } = new Dictionary<string, long>();

    /// <summary>Turns an outcome into the bytes of an answer.</summary>
    public static byte[] Render(IntegrationState state) => JsonSerializer.SerializeToUtf8Bytes(
        new Answer
        {
            UpdateCount = state.CustomerSession?.UpdateCount ?? 0,
            State = state.CustomerSession?.State,
            Total = state.CustomerSession?.Total ?? 0,
            Effects = Tell(state.Effects),
            Accepted = [.. state.Effects.Select(effect => effect.Props).OfType<AcceptCouponProps>().Select(props => props.Value)],
            Redemptions = state.Coupons?.ToDictionary(coupon => coupon.Value, coupon => coupon.UsageCounter) ?? [],
        },
        AnswerJson.Default.Answer);

    /// <summary>Reads the bytes of an answer.</summary>
    public static Answer Parse(ReadOnlyMemory<byte> bytes) => JsonSerializer.Deserialize(bytes.Span, AnswerJson.Default.Answer)!;

    /// <summary>Effects that are the same whenever the same is asked: neither points, whose transactions have ids, nor tiers, which outlast what led to them, nor giveaways, which are handed out once.</summary>
    public static IReadOnlyList<string> TellRepeatable(IEnumerable<Effect> effects) =>
        Tell(effects.Where(effect => effect.Props is not (AddLoyaltyPointsProps or DeductLoyaltyPointsProps or ChangeLoyaltyTierLevelProps or AwardGiveawayProps or WillAwardGiveawayProps)));

    /// <summary>Effects as texts that can be compared.</summary>
    public static IReadOnlyList<string> Tell(IEnumerable<Effect> effects) =>
        [.. effects.Select(effect => FormattableString.Invariant($"{effect.CampaignId} {effect.TriggeredByCoupon} {effect.Props}"))];
}
