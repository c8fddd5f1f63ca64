using static Talon.RuleEngine.Tests.RuleJson;

namespace Talon.RuleEngine.Tests;

public sealed class EligibilityTest
{
    private static Shop Asking(Shop shop) => shop.Options(options => options with { Eligibility = true });

    [Fact]
    public void Each_campaign_has_a_verdict_and_each_rule_one_inside()
    {
        var verdicts = Asking(new Shop()
            .Campaign(1, Do("""["setDiscount", "d", 1]""") with { Title = "passes" }, When("""["or"]""") with { Title = "fails" })
            .Campaign(2, When("""["or"]"""))
            .Campaign(3, Do("""["setDiscount", "d", 10]""")).Limit("setDiscount", 5)
            .Campaign(4, When("""["profileInAudience", "vip"]"""))).Evaluate().Eligibility;

        Assert.Equal([(1, true, null), (2, false, "ALL_RULES_FAILED"), (3, false, "ALL_RULES_FAILED"), (4, false, "AUDIENCE_NOT_MATCHED")], verdicts.Select(verdict => ((int)verdict.CampaignId, verdict.Passed, verdict.FailureCode)));
        Assert.Equal([("passes", true, null), ("fails", false, "CONDITION_NOT_MET")], verdicts[0].Rules.Select(rule => (rule.RuleName, rule.Passed, rule.FailureCode)));
        Assert.Equal("EFFECT_FAILED", verdicts[2].Rules[0].FailureCode);
        Assert.NotNull(verdicts[2].Rules[0].Failure);
    }

    [Fact]
    public void A_campaign_left_out_by_its_group_is_skipped()
    {
        var verdicts = Asking(new Shop().Group(5, EvaluationMode.ListOrder)
            .Campaign(1, campaign => campaign with { EvaluationGroupId = 5 }, Do()).Campaign(2, campaign => campaign with { EvaluationGroupId = 5 }, Do())).Evaluate().Eligibility;

        Assert.Equal(("SKIPPED", "CampaignIsNotFirst"), (verdicts[1].FailureCode, verdicts[1].ExclusionReason));
    }

    [Fact]
    public void Named_campaigns_are_evaluated_even_when_they_do_not_run()
    {
        var shop = new Shop()
            .Campaign(1, campaign => campaign with { Enabled = false }, Do("""["setDiscount", "1", 1]"""))
            .Campaign(2, campaign => campaign with { StartTime = Shop.Noon.AddDays(1) }, When("""["couponValid"]""", """["setDiscount", "2", 1]"""))
            .Campaign(3, Do("""["setDiscount", "3", 1]""")).Coupon("c", campaign: 2).Coupon("other", campaign: 3);

        Assert.Equal(["3"], shop.Effects().OfType<SetDiscountProps>().Select(discount => discount.Name));
        shop.Options(options => options with { Campaigns = new HashSet<long> { 1, 2 } });
        Assert.Equal(["1", "2"], shop.Effects().OfType<SetDiscountProps>().Select(discount => discount.Name));
        Assert.Equal(
            ("CouponPartOfNotTriggeredCampaign", "CampaignNotInEvaluationSet"),
            shop.Effects().OfType<RejectCouponProps>().Select(rejection => (rejection.RejectionReason, rejection.CampaignExclusionReason)).Single());
    }

    [Fact]
    public void Schedule_and_stores_decide_who_is_evaluated()
    {
        static Shop Scheduled(Func<CampaignDefinition, CampaignDefinition> change) => new Shop().Campaign(1, change, Do("""["setDiscount", "d", 1]"""));
        static Shop In(Shop shop, long store) => shop.Facts(facts => facts with { Store = new StoreFacts(store, "s", "S", new Dictionary<string, Value>()) });

        Assert.Empty(Scheduled(campaign => campaign with { StartTime = Shop.Noon.AddTicks(1) }).Effects());
        Assert.Single(Scheduled(campaign => campaign with { StartTime = Shop.Noon, EndTime = Shop.Noon.AddTicks(1) }).Effects());
        Assert.Empty(Scheduled(campaign => campaign with { EndTime = Shop.Noon }).Effects());
        Assert.Empty(Scheduled(campaign => campaign with { LinkedStoreIds = [9] }).Effects());
        Assert.Empty(In(Scheduled(campaign => campaign with { LinkedStoreIds = [9] }), 8).Effects());
        Assert.Single(In(Scheduled(campaign => campaign with { LinkedStoreIds = [9] }), 9).Effects());
    }
}
