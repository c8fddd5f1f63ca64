namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Makes shops, campaigns and carts.</summary>
internal sealed class WorldGenerator(Dice dice)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly RulesetGenerator _rulesets = new(dice);

    public static GeneratedWorld Make(int seed) => new WorldGenerator(new Dice(seed)).Make();

    private GeneratedWorld Make()
    {
        var settings = new ApplicationSettings { Id = 1, Currency = dice.Of("EUR", "EUR", "JPY", "KWD"), CascadingDiscounts = dice.OneIn(3), PartialDiscounts = dice.OneIn(3) };
        var groups = Groups();
        var campaigns = Enumerable.Range(1, 1 + dice.Below(5)).Select(id => Campaign(id, groups)).ToList();
        return new(settings, groups, campaigns, Facts(campaigns));
    }

    /// <summary>None, one, or a group with groups in it.</summary>
    private List<EvaluationGroupDefinition> Groups() => [.. Enumerable.Range(1, dice.Below(4)).Select(id => new EvaluationGroupDefinition(
        id, $"group {id}", id > 1 && dice.OneIn(2) ? 1 : null, dice.Of(Enum.GetValues<EvaluationMode>()), EvaluationScope.Session, dice.Below(3)))];

    private CampaignDefinition Campaign(long id, List<EvaluationGroupDefinition> groups) => new()
    {
        Id = id,
        Name = $"campaign {id}",
        Enabled = !dice.OneIn(10),
        EndTime = dice.OneIn(8) ? Now.AddDays(dice.Below(3) - 1) : null,
        EvaluationGroupId = groups.Count > 0 && !dice.OneIn(3) ? 1 + dice.Below(groups.Count) : null,
        EvaluationPosition = dice.Below(3),
        Limits = Limits(),
        Ruleset = new RulesetDefinition(id, _rulesets.Rules(redeems: dice.OneIn(2))),
    };

    private List<LimitDefinition> Limits()
    {
        var limits = new List<LimitDefinition>();
        if (dice.OneIn(3))
            limits.Add(new(1, LimitActions.SetDiscount, dice.Below(40), null, []));
        if (dice.OneIn(6))
            limits.Add(new(2, LimitActions.SetDiscountEffect, dice.Below(5), null, []));
        return limits;
    }

    private EvaluationFacts Facts(List<CampaignDefinition> campaigns)
    {
        var coupons = Enumerable.Range(0, dice.Below(3)).Select(i => Coupon(i, campaigns)).ToList();
        return new()
        {
            Now = Now,
            Session = Session(),
            Profile = dice.OneIn(3) ? null : new ProfileFacts { Id = 7, IntegrationId = "ada", ClosedSessions = dice.Below(4) },
            Coupons = coupons,
            Used = coupons.Where(code => code.Coupon is not null).ToDictionary(code => LimitKey.CouponUses(code.Coupon!.Id), _ => (decimal)dice.Below(3)),
        };
    }

    private CouponFacts Coupon(int i, List<CampaignDefinition> campaigns) => new($"CODE{i}", dice.OneIn(8) ? null : new CouponState
    {
        Id = 500 + i,
        CampaignId = dice.Of([.. campaigns]).Id,
        Value = $"CODE{i}",
        UsageLimit = dice.Of(0, 0, 1, 2),
        ExpiryDate = dice.OneIn(6) ? Now.AddDays(dice.Below(3) - 1) : null,
        StartDate = dice.OneIn(6) ? Now.AddDays(dice.Below(3) - 1) : null,
        RecipientIntegrationId = dice.OneIn(6) ? dice.Of("ada", "bob") : null,
    });

    private SessionFacts Session()
    {
        var attributes = new Dictionary<string, Value>();
        if (dice.OneIn(2))
            attributes["ShippingCity"] = Value.Of(dice.Of("Berlin", "Paris", ""));
        if (dice.OneIn(2))
            attributes["Score"] = Value.Of(dice.Amount(20, 2));
        return new()
        {
            IntegrationId = "session",
            Items = [.. dice.Shuffled(Enumerable.Range(0, 9)).Take(dice.Below(5)).Select(Item)],
            Attributes = attributes,
            AdditionalCosts = dice.OneIn(3) ? new Dictionary<string, decimal> { ["shipping"] = dice.Amount(10, 2) } : [],
        };
    }

    private CartItemFacts Item(int sku, int position) => new()
    {
        Position = position,
        Sku = $"sku-{sku}",
        Price = dice.Of(0m, 10m, 9.99m, dice.Amount(100, 2), dice.Amount(100, 0)),
        Quantity = 1 + dice.Below(3),
        Category = dice.OneIn(4) ? null : dice.Of("Shirts", "Trousers", "Shoes"),
    };
}
