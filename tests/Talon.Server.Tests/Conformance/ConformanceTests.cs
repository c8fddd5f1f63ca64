using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Every operation of the Integration API answers as published, with every status that it documents.</summary>
public sealed class ConformanceTests(ServerFixture server)
{
    private static Task<ConformanceRun>? _run;

    public static TheoryData<string> Operations => [.. ConformanceRun.Integration.Select(operation => operation.OperationId)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_documented_status_is_reached_with_the_published_shape(string operationId)
    {
        var run = await RunAsync();
        Assert.True(!run.Problems(operationId).Any(), string.Join('\n', run.Problems(operationId)));
        foreach (var status in run.Documented(operationId))
            Assert.True(run.Reached(operationId, status) != ConformanceExceptions.Unreachable.ContainsKey((operationId, status)), $"{operationId}: no case reaches {status}, or one does that was thought unreachable.");
    }

    [Fact]
    public async Task Every_published_shape_and_effect_is_met_or_has_a_reason()
    {
        var run = await RunAsync();
        var never = run.Published.Shapes.Concat(run.Published.EffectTypes).Except(run.Published.Met).ToHashSet();
        Assert.True(never.SetEquals(ConformanceExceptions.NeverAnswered.Keys), $"""
            Met by no case, and without a reason: {string.Join(", ", never.Except(ConformanceExceptions.NeverAnswered.Keys))}
            Met, though thought otherwise: {string.Join(", ", ConformanceExceptions.NeverAnswered.Keys.Except(never))}
            """);
    }

    [Fact]
    public void Every_published_operation_is_built() =>
        Assert.Empty(PublishedOperation.All.Select(operation => operation.Id).Except(ConformanceRun.Integration.Select(operation => operation.OperationId)));

    [Theory]
    [InlineData("""{"effects":[],"createdCoupons":[],"createdReferrals":[]}""", "")]
    [InlineData("""{"effects":[],"createdCoupons":[]}""", "#/createdReferrals: PropertyRequired")]
    [InlineData("""{"effects":null,"createdCoupons":[],"createdReferrals":[]}""", "#/effects: ArrayExpected")]
    [InlineData("""{"effects":[],"createdCoupons":[],"createdReferrals":[],"coupon":1}""", "#/coupon: NoAdditionalPropertiesAllowed")]
    [InlineData("""{"effects":[{"campaignId":1.0,"rulesetId":1,"ruleIndex":0,"ruleName":"a","effectType":"acceptCoupon","props":{"value":"a"}}],"createdCoupons":[],"createdReferrals":[]}""", "#/effects[0].campaignId: IntegerExpected")]
    [InlineData("""{"effects":[{"campaignId":1,"rulesetId":1,"ruleIndex":0,"ruleName":"a","effectType":"acceptCoupon","props":{"value":1}}],"createdCoupons":[],"createdReferrals":[]}""", "/effects/0 acceptCoupon #/value: StringExpected")]
    [InlineData("""{"effects":[{"campaignId":1,"rulesetId":1,"ruleIndex":0,"ruleName":"a","effectType":"accept","props":{}}],"createdCoupons":[],"createdReferrals":[]}""", "/effects/0: no effect is called accept")]
    public async Task An_answer_of_another_shape_is_noticed(string answer, string problem) =>
        Assert.Equal(problem.Length == 0 ? [] : [problem], (await PublishedAnswers.LoadAsync()).Check("updateCustomerSessionV2", 200, answer));

    private Task<ConformanceRun> RunAsync() => _run ??= ConformanceRun.RunAsync(server);
}
