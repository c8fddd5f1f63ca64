using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class GroupTest
{
    private static RuleJson Off(decimal value, string condition = Always) => When(condition, $"""["setDiscount", "{value}", {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}]""");

    private static string PerItem(string name, string value, string sku) =>
        $"""["setDiscountPerItem", "{name}", {value}, ["filter", [".", "Session", "CartItems"], [["Item"], ["contains", "{sku}", [".", "Item", "Sku"]]]]]""";

    private static Func<CampaignDefinition, CampaignDefinition> In(long group, int position = 0) =>
        campaign => campaign with { EvaluationGroupId = group, EvaluationPosition = position };

    private static string Names(Shop shop) => string.Join(' ', shop.Effects().Select(effect => effect switch
    {
        SetDiscountProps discount => discount.Name,
        SetDiscountPerItemProps discount => discount.Name,
        _ => effect.EffectType,
    }));

    [Theory]
    [InlineData(EvaluationMode.Stackable, "10 30 20")]
    [InlineData(EvaluationMode.ListOrder, "10")]
    [InlineData(EvaluationMode.HighestDiscount, "30")]
    [InlineData(EvaluationMode.LowestDiscount, "10")]
    public void The_mode_decides_who_applies(EvaluationMode mode, string names)
    {
        var shop = new Shop().Group(5, mode).Campaign(1, In(5), Off(10)).Campaign(2, In(5), Off(30)).Campaign(3, In(5), Off(20));

        Assert.Equal(names, Names(shop));
        Assert.All(shop.Evaluate().Effects, effect => Assert.Equal((5, mode), (effect.EvaluationGroupId, effect.EvaluationGroupMode)));
    }

    [Fact]
    public void Position_comes_before_id_and_storage_order_does_not_count()
    {
        Assert.Equal("2 1", Names(new Shop().Group(5, EvaluationMode.Stackable).Campaign(1, In(5, 9), Off(1)).Campaign(2, In(5, 3), Off(2))));
        Assert.Equal("1 2", Names(new Shop().Group(5, EvaluationMode.Stackable).Campaign(2, In(5), Off(2)).Campaign(1, In(5), Off(1))));
    }

    [Fact]
    public void Only_campaigns_that_trigger_compete()
    {
        var shop = new Shop().Group(5, EvaluationMode.ListOrder).Campaign(1, In(5), Off(10, "[\"or\"]")).Campaign(2, In(5), Off(30));

        Assert.Equal("30", Names(shop));
    }

    [Fact]
    public void Who_gives_no_discount_wins_only_when_nobody_gives_one()
    {
        static RuleJson Hint() => Do("""["showNotification", "Info", "t", "b"]""");

        Assert.Equal("7", Names(new Shop().Group(5, EvaluationMode.LowestDiscount).Campaign(1, In(5), Hint()).Campaign(2, In(5), Off(7))));
        Assert.Equal("showNotification", Names(new Shop().Group(5, EvaluationMode.LowestDiscount).Campaign(1, In(5), Hint()).Campaign(2, In(5), Hint())));
    }

    [Fact]
    public void Ties_go_to_the_campaign_that_comes_first()
    {
        var shop = new Shop().Group(5, EvaluationMode.HighestDiscount).Campaign(2, In(5), Off(10)).Campaign(1, In(5), Off(10));

        Assert.Equal([1], shop.Evaluate().TriggeredCampaigns);
    }

    [Fact]
    public void A_group_competes_with_everything_in_it()
    {
        var shop = new Shop()
            .Group(5, EvaluationMode.HighestDiscount).Group(6, EvaluationMode.Stackable, parent: 5)
            .Campaign(1, In(5), Off(15)).Campaign(2, In(6), Off(10)).Campaign(3, In(6), Off(9));

        Assert.Equal("10 9", Names(shop));
    }

    [Fact]
    public void Per_item_the_highest_discount_wins_each_unit()
    {
        var shop = new Shop().Group(5, EvaluationMode.HighestDiscount, EvaluationScope.CartItem)
            .Campaign(1, In(5), Do(PerItem("one", "5", "ab"))).Campaign(2, In(5), Do(PerItem("two", "8", "bc")))
            .Cart(Items.Of("a", 10), Items.Of("b", 10), Items.Of("c", 10));

        Assert.Equal("one#0 two#1 two#2", Names(shop));
    }

    [Fact]
    public void Per_item_the_first_campaign_keeps_its_units()
    {
        var shop = new Shop().Group(5, EvaluationMode.ListOrder, EvaluationScope.CartItem)
            .Campaign(1, In(5), Do(PerItem("one", "5", "ab"))).Campaign(2, In(5), Do(PerItem("two", "8", "bc")))
            .Campaign(3, In(5), Do(PerItem("three", "9", "ab"), """["showNotification", "Info", "t", "b"]"""))
            .Campaign(4, In(5), Do("""["showNotification", "Info", "t", "b"]"""))
            .Cart(Items.Of("a", 10), Items.Of("b", 10), Items.Of("c", 10));

        Assert.Equal("one#0 one#1 two#2 showNotification", Names(shop));
        Assert.Equal([1, 2, 4], shop.Evaluate().TriggeredCampaigns);
    }

    [Fact]
    public void A_prorated_discount_gives_what_falls_to_the_units_it_keeps()
    {
        var shop = new Shop().Group(5, EvaluationMode.ListOrder, EvaluationScope.CartItem)
            .Campaign(1, In(5), Do(PerItem("one", "5", "a")))
            .Campaign(2, In(5), Do("""["setDiscountPerItem", "two", 10, [".", "Session", "CartItems"], {"prorate": true}]"""))
            .Cart(Items.Of("a", 10), Items.Of("b", 10), Items.Of("c", 10));

        var parts = shop.Effects().Cast<SetDiscountPerItemProps>().Where(effect => effect.Name.StartsWith("two", StringComparison.Ordinal)).ToList();

        Assert.Equal([3.33m, 3.33m], parts.Select(part => part.Value));
        Assert.All(parts, part => Assert.Equal(6.66m, part.TotalDiscount));
    }

    [Fact]
    public void The_coupon_of_a_loser_is_rejected_with_the_exclusion()
    {
        var shop = new Shop().Group(5, EvaluationMode.HighestDiscount)
            .Campaign(1, In(5), When("""["couponValid"]""", """["setDiscount", "c", 10]""")).Campaign(2, In(5), Off(30)).Coupon("c").Explaining();

        var result = shop.Evaluate();

        Assert.Equal(
            ("CouponPartOfNotTriggeredCampaign", "CampaignGaveLowerDiscount"),
            result.Effects.Select(effect => effect.Props).OfType<RejectCouponProps>().Select(rejection => (rejection.RejectionReason, rejection.CampaignExclusionReason)).Single());
        Assert.Equal("""campaign "Campaign 1" is left out by group "Group 5" (HighestDiscount), but must be better than campaign "Campaign 2": 10 against 30.""", Assert.Single(result.Failures).Details);
        Assert.Empty(result.Charges);
    }

    [Fact]
    public void What_a_loser_took_from_budgets_is_given_back()
    {
        var shop = new Shop().Group(5, EvaluationMode.HighestDiscount).Campaign(1, In(5), Off(10)).Limit("setDiscount", 100).Campaign(2, In(5), Off(30)).Limit("setDiscount", 100);

        Assert.Equal([new Charge(new LimitKey(LimitOwner.Campaign, 2, "1"), 30, 100, 0, false)], shop.Evaluate().Charges);
    }

    [Fact]
    public void Forcing_complete_evaluation_lets_everyone_apply()
    {
        var shop = new Shop().Group(5, EvaluationMode.ListOrder).Campaign(1, In(5), Off(10)).Campaign(2, In(5), Off(30)).Options(options => options with { ForceCompleteEvaluation = true });

        Assert.Equal("10 30", Names(shop));
    }

    [Fact]
    public void A_campaign_that_triggers_only_after_the_winner_does_not_slip_in()
    {
        var shop = new Shop().Group(5, EvaluationMode.HighestDiscount).Setting(settings => settings with { CascadingDiscounts = true })
            .Campaign(1, In(5), Off(40)).Campaign(2, In(5), Off(5, """["<", [".", "Session", "Total"], 100]""")).Cart(Items.Of("a", 120));

        Assert.Equal("40", Names(shop));
    }
}
