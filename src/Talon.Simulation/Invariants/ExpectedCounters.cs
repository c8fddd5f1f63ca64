using System.Globalization;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>What counters must show, told from the effects that stand and from nothing else: a second, simple-minded way of counting.</summary>
internal sealed class ExpectedCounters(SimulatedShop shop)
{
    private readonly Dictionary<string, decimal> _counters = [];

    /// <summary>The counters by the name of their limit; those at 0 left out.</summary>
    public IReadOnlyDictionary<string, decimal> Counted => _counters;

    /// <summary>Counts what a closed session was granted.</summary>
    public void Count(SessionHistory closed)
    {
        var session = closed.Last.Session;
        foreach (var effect in closed.Last.Effects.Where(effect => !IsLasting(effect)))
            Count(effect, new Subject(session.ProfileId, session.IntegrationId, session.Identifiers, closed.ClosedAt));
    }

    /// <summary>Counts what a session was given at its closings and keeps when it is reopened: it is not counted again at the next closing.</summary>
    public void CountLasting(SessionHistory history)
    {
        var most = new Dictionary<string, decimal>();
        foreach (var closing in history.Closings)
        {
            var alone = new ExpectedCounters(shop);
            foreach (var effect in closing.Effects.Where(IsLasting))
                alone.Count(effect, new Subject(closing.Session.ProfileId, closing.Session.IntegrationId, closing.Session.Identifiers, closing.Session.Updated));
            foreach (var (key, amount) in alone.Counted)
                most[key] = Math.Max(most.GetValueOrDefault(key), amount);
        }

        foreach (var (key, amount) in most)
            _counters[key] = _counters.GetValueOrDefault(key) + amount;
    }

    private static bool IsLasting(Effect effect) => effect.Props is AddFreeItemProps or AwardGiveawayProps;

    /// <summary>Counts what an event or an update of a profile granted.</summary>
    public void Count(ProfileGrant grant)
    {
        foreach (var effect in grant.Effects)
            Count(effect, new Subject(grant.ProfileId, "", [], grant.At));
    }

    private void Count(Effect effect, Subject subject)
    {
        var coupon = effect.TriggeredByCoupon is { } id ? shop.Coupons.GetValueOrDefault(id) : null;
        switch (effect.Props)
        {
            case AcceptCouponProps:
                OfCampaign(effect, coupon, subject, LimitActions.RedeemCoupon, 1);
                Add(LimitKey.CouponUses(coupon!.Id), 1);
                if (subject.ProfileId.Length > 0)
                    Add(LimitKey.CouponUsesByProfile(coupon.Id, subject.ProfileId), 1);
                break;
            case SetDiscountProps discount:
                OfDiscount(effect, coupon, subject, discount.Value);
                break;
            case SetDiscountPerItemProps discount:
                OfDiscount(effect, coupon, subject, discount.Value);
                break;
            case AwardGiveawayProps:
                OfCampaign(effect, coupon, subject, LimitActions.AwardGiveaway, 1);
                break;
            case AddLoyaltyPointsProps points:
                OfCampaign(effect, coupon, subject, LimitActions.CreateLoyaltyPoints, points.Value);
                OfCampaign(effect, coupon, subject, LimitActions.CreateLoyaltyPointsEffect, 1);
                break;
            case DeductLoyaltyPointsProps points:
                OfCampaign(effect, coupon, subject, LimitActions.RedeemLoyaltyPoints, points.Value);
                OfCampaign(effect, coupon, subject, LimitActions.RedeemLoyaltyPointsEffect, 1);
                break;
            case AddFreeItemProps:
                OfCampaign(effect, coupon, subject, LimitActions.AddFreeItemEffect, 1);
                break;
        }
    }

    private void OfDiscount(Effect effect, Coupon? coupon, Subject subject, decimal amount)
    {
        OfCampaign(effect, coupon, subject, LimitActions.SetDiscount, amount);
        OfCampaign(effect, coupon, subject, LimitActions.SetDiscountEffect, 1);
        if (coupon?.DiscountLimit is not null)
            Add(LimitKey.CouponDiscount(coupon.Id), amount);
    }

    private void OfCampaign(Effect effect, Coupon? coupon, Subject subject, string action, decimal amount)
    {
        var replaced = coupon?.Limits?.Any(own => own.Action == action) ?? false;
        foreach (var limit in shop.Campaign(effect.CampaignId).Limits.Where(limit => limit.Action == action))
        {
            if (replaced && limit.Entities.Contains("Profile"))
                continue;
            foreach (var entities in Entities(limit, coupon, subject).Distinct())
                Add(new LimitKey(LimitOwner.Campaign, effect.CampaignId, limit.Id!.Value.ToString(CultureInfo.InvariantCulture), entities, Period(limit, subject)), amount);
        }
    }

    private string Period(LimitConfig limit, Subject subject) =>
        LimitCalendar.PeriodOf(limit.Period is { } period ? Enum.Parse<LimitPeriod>(period, ignoreCase: true) : null, subject.At, shop.TimeZone);

    /// <summary>The combinations that a limit counts; none where one of its entities is missing.</summary>
    private static IEnumerable<string> Entities(LimitConfig limit, Coupon? coupon, Subject subject)
    {
        IEnumerable<string> combinations = [""];
        foreach (var entity in limit.Entities.Order(StringComparer.Ordinal))
        {
            IReadOnlyList<string> values = entity switch
            {
                "Coupon" => coupon is null ? [] : [coupon.Value],
                "Profile" => subject.ProfileId.Length == 0 ? [] : [subject.ProfileId],
                "Identifier" => subject.Identifiers,
                "Session" => subject.SessionId.Length == 0 ? [] : [subject.SessionId],
                _ => [],
            };
            combinations = combinations.SelectMany(before => values, (before, value) => before.Length == 0 ? $"{entity}={value}" : $"{before}\n{entity}={value}");
        }

        return combinations;
    }

    private void Add(LimitKey key, decimal amount)
    {
        if (amount != 0)
            _counters[key.ToString()] = _counters.GetValueOrDefault(key.ToString()) + amount;
    }

    /// <summary>Whom and when effects are counted for.</summary>
    private sealed record Subject(string ProfileId, string SessionId, IReadOnlyList<string> Identifiers, DateTimeOffset At);
}
