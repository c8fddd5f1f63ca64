using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Benchmarks;

/// <summary>What a programmer would write for exactly these campaigns: one loop with a switch, giving the same effects.</summary>
internal sealed class HandWrittenLoop(IReadOnlyList<BenchCampaign> campaigns)
{
    private readonly (BenchCampaign Campaign, decimal Amount, string Name)[] _campaigns =
        [.. campaigns.Select(campaign => (campaign, campaign.Cents / 100m, $"Campaign {campaign.Id}"))];

    public List<Effect> Evaluate(EvaluationFacts facts)
    {
        var effects = new List<Effect>();
        var session = facts.Session!;
        var total = 0m;
        foreach (var line in session.Items)
            total += line.Price * line.Quantity;
        var country = session.Attributes.TryGetValue("ShippingCountry", out var value) ? value.String : null;
        foreach (var (campaign, amount, name) in _campaigns)
        {
            switch (campaign.Kind)
            {
                case CampaignKind.Category:
                    Items(effects, campaign, amount, name, session.Items);
                    break;
                case CampaignKind.Threshold when total >= campaign.Threshold:
                case CampaignKind.Attribute when country == campaign.Word:
                    effects.Add(Session(campaign, amount, name, null));
                    break;
                case CampaignKind.Coupon:
                    foreach (var coupon in facts.Coupons)
                    {
                        if (coupon.Code != campaign.Word)
                            continue;
                        effects.Add(Effect(campaign, new AcceptCouponProps(coupon.Code), coupon.Coupon!.Id));
                        effects.Add(Session(campaign, amount, name, coupon.Coupon.Id));
                    }

                    break;
            }
        }

        return effects;
    }

    private static void Items(List<Effect> effects, BenchCampaign campaign, decimal amount, string name, IReadOnlyList<CartItemFacts> lines)
    {
        foreach (var line in lines)
        {
            if (line.Category != campaign.Word)
                continue;
            for (var sub = 0; sub < line.Quantity; sub++)
            {
                var label = string.Create(CultureInfo.InvariantCulture, $"{name}#{line.Position}");
                effects.Add(Effect(campaign, new SetDiscountPerItemProps(label, amount, line.Position, sub), null));
            }
        }
    }

    private static Effect Session(BenchCampaign campaign, decimal amount, string name, long? coupon) => Effect(campaign, new SetDiscountProps(name, amount), coupon);

    private static Effect Effect(BenchCampaign campaign, EffectProps props, long? coupon) => new()
    {
        CampaignId = campaign.Id, RulesetId = campaign.Id, RuleIndex = 0, RuleName = "Rule", TriggeredByCoupon = coupon, Props = props,
    };
}
