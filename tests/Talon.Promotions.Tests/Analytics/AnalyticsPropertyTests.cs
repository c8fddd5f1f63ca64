using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>Invariant 13: campaign analytics equal what the sessions' net effects say.</summary>
public sealed class AnalyticsPropertyTests
{
    private const int Sessions = 12;

    private readonly Dictionary<string, (DateTimeOffset Hour, IReadOnlyList<long> Campaigns)> _closings = [];

    [Theory]
    [InlineData(1, FinaliseMode.Inline, ReturnPolicy.Unlimited)]
    [InlineData(2, FinaliseMode.Queue, ReturnPolicy.Unlimited)]
    [InlineData(3, FinaliseMode.Inline, ReturnPolicy.OnlyPending)]
    [InlineData(4, FinaliseMode.Inline, ReturnPolicy.WithinBalance)]
    public async Task Whatever_happens_to_sessions_analytics_follow(int seed, FinaliseMode mode, ReturnPolicy policy)
    {
        var random = new Random(seed);
        var shop = await AnalyticsShop.OpenAsync(mode, policy);
        for (var step = 1; step <= 400; step++)
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(random.Next(200)));
            await StepAsync(shop, random);
            if (step % 40 != 0)
                continue;
            await shop.SettleAsync();
            await CheckAsync(shop, policy);
        }
    }

    private async Task StepAsync(Shop shop, Random random)
    {
        var id = $"s{random.Next(Sessions)}";
        var state = await StateAsync(shop, id);
        if (state is null or SessionState.Open)
            await UpdateAsync(shop, id, random, random.Next(3) > 0 ? SessionState.Closed : SessionState.Open);
        else if (state == SessionState.Cancelled)
            return;
        else if (random.Next(12) == 0)
            await shop.UpdateAsync(Shop.State(id, SessionState.Cancelled));
        else if (state == SessionState.Closed && random.Next(3) == 0)
            await shop.ReopenAsync(id);
        else
            await ReturnAsync(shop, id, random);
    }

    private async Task UpdateAsync(Shop shop, string id, Random random, SessionState state)
    {
        var items = Enumerable.Range(0, random.Next(1, 4)).Select(i => Shop.Item($"i{i}", random.Next(1, 6_000) / 100m, random.Next(1, 4))).ToList();
        var effects = (await shop.UpdateAsync(new SessionUpdate
        {
            IntegrationId = id,
            ProfileId = random.Next(4) == 0 ? "q" : "p",
            State = state,
            CartItems = items,
            CouponCodes = random.Next(3) == 0 ? [] : ["code"],
            Attributes = Sample.Json(random.Next(3) == 0 ? """{"PaymentMethod": "points"}""" : """{"PaymentMethod": "card"}"""),
        })).Effects;
        if (state == SessionState.Closed)
            _closings[id] = (shop.Clock.GetUtcNow(), [.. effects.Where(effect => effect.Props is AcceptCouponProps or SetDiscountProps or SetDiscountPerItemProps or AddFreeItemProps or AddLoyaltyPointsProps or DeductLoyaltyPointsProps).Select(effect => effect.CampaignId).Distinct()]);
    }

    private static async Task ReturnAsync(Shop shop, string id, Random random)
    {
        var left = (await shop.Services.Sessions.GetAsync(shop.Context(), id, default)).Session.CartItems.Index().Where(item => (item.Item.RemainingQuantity ?? item.Item.Quantity) > 0).ToList();
        if (left.Count == 0)
            return;
        var (position, line) = left[random.Next(left.Count)];
        await shop.ReturnAsync(id, new ReturnedCartItem(position, null, random.Next(1, (line.RemainingQuantity ?? line.Quantity) + 1)));
    }

    private async Task CheckAsync(Shop shop, ReturnPolicy policy)
    {
        var expected = new Dictionary<(long Campaign, DateTimeOffset Hour), CampaignNumbers>();
        foreach (var (id, closing) in _closings)
        {
            var (session, effects) = await shop.Services.Sessions.GetAsync(shop.Context(), id, default);
            if (session.State is not (SessionState.Closed or SessionState.PartiallyReturned))
                continue;
            var revenue = session.CartItems.Sum(item => item.Price!.Value * (item.Quantity - (item.ReturnedQuantity ?? 0)));
            foreach (var campaign in closing.Campaigns)
                Add(campaign, new CampaignNumbers { Sessions = 1, Revenue = revenue });
            foreach (var effect in effects)
                Add(effect.CampaignId, Numbers(effect.Props));

            void Add(long campaign, CampaignNumbers numbers)
            {
                var hour = new DateTimeOffset(closing.Hour.Year, closing.Hour.Month, closing.Hour.Day, closing.Hour.Hour, 0, 0, TimeSpan.Zero);
                expected[(campaign, hour)] = expected.GetValueOrDefault((campaign, hour), CampaignNumbers.None) + numbers;
            }
        }

        decimal added = 0, deducted = 0;
        for (var campaign = 1; campaign <= 3; campaign++)
        {
            var stored = await new AnalyticsReader(shop.Store).ReadAsync(campaign, default);
            Assert.Equal(
                expected.Where(pair => pair.Key.Campaign == campaign).Select(pair => (pair.Key.Hour, Net(pair.Value, policy))).Where(hour => hour.Item2 != CampaignNumbers.None).OrderBy(hour => hour.Hour),
                stored.Select(hour => (hour.Start.ToUniversalTime(), Net(hour.Numbers, policy))).Where(hour => hour.Item2 != CampaignNumbers.None));
            added += stored.Sum(hour => hour.Numbers.AddedPoints);
            deducted += stored.Sum(hour => hour.Numbers.DeductedPoints);
        }

        Assert.Equal((await LedgersAsync(shop, LedgerEntryKind.Addition, LedgerEntryKind.AdditionRollback), -await LedgersAsync(shop, LedgerEntryKind.Deduction, LedgerEntryKind.DeductionRollback)), (added, deducted));
    }

    /// <summary>What the effects that stand tell; where points may stay with the customer, the ledgers tell of them.</summary>
    private static CampaignNumbers Net(CampaignNumbers numbers, ReturnPolicy policy) =>
        numbers with { Refund = 0, RefundedDiscounts = 0, RolledBackCouponRedemptions = 0, AddedPoints = policy == ReturnPolicy.Unlimited ? numbers.AddedPoints : 0 };

    private static async Task<decimal> LedgersAsync(Shop shop, params LedgerEntryKind[] kinds)
    {
        decimal sum = 0;
        foreach (var profile in new[] { "p", "q" })
            sum += (await new LoyaltyReader(shop.Store).LogAsync(1, LedgerOwner.OfProfile(profile))).Where(entry => kinds.Contains(entry.Kind)).Sum(entry => entry.Points);
        return sum;
    }

    private static CampaignNumbers Numbers(EffectProps props) => props switch
    {
        AcceptCouponProps => new() { CouponRedemptions = 1 },
        SetDiscountProps discount => new() { Discounts = discount.Value },
        SetDiscountPerItemProps discount => new() { Discounts = discount.Value },
        AddFreeItemProps => new() { FreeItems = 1 },
        AddLoyaltyPointsProps points => new() { AddedPoints = points.Value },
        DeductLoyaltyPointsProps points => new() { DeductedPoints = points.Value },
        _ => CampaignNumbers.None,
    };

    private static async Task<SessionState?> StateAsync(Shop shop, string id)
    {
        try
        {
            return (await shop.Services.Sessions.GetAsync(shop.Context(), id, default)).Session.State;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
