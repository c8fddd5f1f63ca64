using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Simulation;

/// <summary>13. At rest, the analytics of campaigns are what the net effects of sessions, and the effects of events and profile updates, say: all told from the history, but the points of sessions, which are told from the sessions as they are stored.</summary>
internal sealed class Invariant13Analytics(
    World world,
    SimulatedShop shop,
    Histories histories) : Invariant(world, "Invariant 13, campaign analytics equal what the sessions' net effects say")
{
    private const string Prefix = "analytics.";

    private readonly Dictionary<(string Campaign, DateTimeOffset Hour), CampaignNumbers> _expected = [];

    /// <inheritdoc/>
    public override Task CheckAtRestAsync()
    {
        _expected.Clear();
        foreach (var session in histories.Sessions.Where(session => session.IsClosed))
            Count(session);
        foreach (var grant in histories.Grants)
            Count(grant);
        CountPoints();

        var stored = Stored();
        foreach (var place in _expected.Keys.Union(stored.Keys).OrderBy(place => place.Hour).ThenBy(place => place.Campaign, StringComparer.Ordinal))
        {
            var (shown, said) = (stored.GetValueOrDefault(place, CampaignNumbers.None), _expected.GetValueOrDefault(place, CampaignNumbers.None));
            if (shown != said)
                Violated(FormattableString.Invariant($"campaign {place.Campaign} shows {shown} at {place.Hour:u}, but sessions say {said}"));
        }

        return Task.CompletedTask;
    }

    private void Count(SessionHistory session)
    {
        var closing = session.Entries.FindLastIndex(entry => entry.Session.State == SessionState.Closed);
        var hour = AnalyticsHour.Of(session.Entries[closing].Session.Updated, shop.TimeZone);
        var kept = session.Last.Session.CartItems.Sum(item => ((item.Price ?? 0) + (item.AdditionalCosts?.Values.Sum(cost => cost.Price) ?? 0)) * (item.Quantity - (item.ReturnedQuantity ?? 0)));
        var revenue = kept + session.Last.Session.AdditionalCostTotal;
        foreach (var campaign in session.Entries[closing].Effects.Where(effect => Grants(effect.Props)).Select(effect => effect.CampaignId).Distinct())
            Add(campaign, hour, new CampaignNumbers { Sessions = 1, Revenue = revenue });
        foreach (var effect in session.Last.Effects)
            Add(effect.CampaignId, hour, Of(effect.Props));
    }

    private void Count(ProfileGrant grant)
    {
        foreach (var effect in grant.Effects)
        {
            Add(effect.CampaignId, AnalyticsHour.Of(grant.At, shop.TimeZone), effect.Props switch
            {
                AddLoyaltyPointsProps points => new() { AddedPoints = points.Value },
                DeductLoyaltyPointsProps points => new() { DeductedPoints = points.Value },
                _ => Of(effect.Props),
            });
        }
    }

    private void CountPoints()
    {
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (row.Key != OwnerRows.Entity || !partition.StartsWith("session.", StringComparison.Ordinal))
                continue;
            var session = RowCodec.Decode(row.Body, RowJson.Default.SessionRow);
            foreach (var ((campaign, hour), numbers) in SessionNumbers.Of(session, session.Effects))
                Add(campaign, hour, new CampaignNumbers { AddedPoints = numbers.AddedPoints, DeductedPoints = numbers.DeductedPoints });
        }
    }

    private void Add(long campaign, DateTimeOffset hour, CampaignNumbers numbers)
    {
        var place = (FormattableString.Invariant($"{campaign}"), hour);
        if (numbers != CampaignNumbers.None)
            _expected[place] = _expected.GetValueOrDefault(place, CampaignNumbers.None) + numbers;
    }

    /// <summary>The sums over all slots, without what tells of the past: refunds, and what rules created.</summary>
    private Dictionary<(string Campaign, DateTimeOffset Hour), CampaignNumbers> Stored()
    {
        var sums = new Dictionary<(string, DateTimeOffset), CampaignNumbers>();
        foreach (var (partition, row) in World.Store.Rows())
        {
            if (!partition.StartsWith(Prefix, StringComparison.Ordinal) || !row.Key.StartsWith(AnalyticsDay.Prefix, StringComparison.Ordinal))
                continue;
            foreach (var hour in RowCodec.Decode(row.Body, RowJson.Default.AnalyticsDay).Hours)
            {
                var place = (partition.Split('.')[1], hour.Start);
                sums[place] = sums.GetValueOrDefault(place, CampaignNumbers.None) + hour.Numbers with { Refund = 0, RefundedDiscounts = 0, RolledBackCouponRedemptions = 0, CouponsCreated = 0, ReferralsCreated = 0 };
            }
        }

        return sums;
    }

    private static bool Grants(EffectProps props) =>
        props is AcceptCouponProps or AcceptReferralProps or SetDiscountProps or SetDiscountPerItemProps or SetDiscountPerAdditionalCostProps or SetDiscountPerAdditionalCostPerItemProps
            or AddFreeItemProps or AddLoyaltyPointsProps or DeductLoyaltyPointsProps or AwardGiveawayProps;

    private static CampaignNumbers Of(EffectProps props) => props switch
    {
        AcceptCouponProps => new() { CouponRedemptions = 1 },
        AcceptReferralProps => new() { ReferralRedemptions = 1 },
        SetDiscountProps discount => new() { Discounts = discount.Value },
        SetDiscountPerItemProps discount => new() { Discounts = discount.Value },
        SetDiscountPerAdditionalCostProps discount => new() { Discounts = discount.Value },
        SetDiscountPerAdditionalCostPerItemProps discount => new() { Discounts = discount.Value },
        AddFreeItemProps => new() { FreeItems = 1 },
        _ => CampaignNumbers.None,
    };
}
