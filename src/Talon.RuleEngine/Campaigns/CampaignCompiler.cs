using System.Text.Json;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>Checks rulesets and makes them ready to run.</summary>
public static class CampaignCompiler
{
    /// <summary>
    /// Compiles a campaign. Whatever the JSON holds, this reports problems and does not throw; all problems are reported at once.
    /// </summary>
    /// <param name="campaign">The campaign with its ruleset.</param>
    /// <param name="vocabulary">What its rules may refer to.</param>
    /// <param name="settings">Settings of its Application.</param>
    public static CompileResult Compile(CampaignDefinition campaign, Vocabulary vocabulary, ApplicationSettings settings)
    {
        var problems = new ProblemList();
        var binder = new Binder(campaign, VocabularyIndex.Of(vocabulary), settings, problems);
        var reader = new RulesetReader(binder, new SyntaxReader(problems));
        var rules = reader.Read(campaign.Ruleset);
        if (problems.Count > 0)
            return new CompileResult(null, problems.All);
        var compiled = new CompiledCampaign(
            campaign, rules, binder.Slots, binder.Budget(LimitActions.RedeemCoupon), binder.Budget(LimitActions.RedeemReferral));
        return new CompileResult(compiled, []);
    }

    /// <summary>The kinds of JSON in words.</summary>
    internal static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "nothing",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
