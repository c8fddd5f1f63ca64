using Talon.RuleEngine;

namespace Talon.Promotions;

internal static class LimitActions
{
    public static IReadOnlyList<string> All { get; } =
    [
        "redeemCoupon", "redeemReferral", "setDiscount", "setDiscountEffect", "createCoupon", "createReferral", "createLoyaltyPoints",
        "createLoyaltyPointsEffect", "redeemLoyaltyPoints", "redeemLoyaltyPointsEffect", "awardGiveaway", "addFreeItemEffect",
        "customEffect", "callApi", "reserveCoupon",
    ];
}

internal sealed record RulesetProblem(string Pointer, string Message, string? Expected = null, string? Found = null);
internal sealed record CompileResult(CompiledCampaign? Campaign, IReadOnlyList<RulesetProblem> Problems);
internal sealed class CompiledCampaign(CampaignDefinition definition) { public long Id => definition.Id; }
internal static class CampaignCompiler
{
    public static CompileResult Compile(CampaignDefinition campaign, Vocabulary vocabulary, ApplicationSettings settings)
    {
        var text = campaign.Ruleset.Rules.GetRawText();
        if (text.Contains("noSuchFunction", StringComparison.Ordinal))
            return new(null, [new("/rules/0/condition", "There is no function noSuchFunction")]);
        foreach (System.Text.RegularExpressions.Match m in System.Text.RegularExpressions.Regex.Matches(text, "\"inCollection\",[^,]*,\\s*\"(\\w+)\""))
            if (vocabulary.Collections.All(c => c.Name != m.Groups[1].Value))
                return new(null, [new("/rules/0/condition", "There is no collection " + m.Groups[1].Value)]);
        return new(new(campaign), []);
    }
}

internal sealed class EngineSnapshot
{
    public static EngineSnapshot Create(ApplicationSettings settings, IReadOnlyList<EvaluationGroupDefinition> groups, IEnumerable<CompiledCampaign> campaigns)
    {
        _ = (settings, groups);
        return new() { _byId = campaigns.ToDictionary(c => c.Id) };
    }
    private Dictionary<long, CompiledCampaign> _byId = [];
    public CompiledCampaign? Find(long id) => _byId.GetValueOrDefault(id);
}
