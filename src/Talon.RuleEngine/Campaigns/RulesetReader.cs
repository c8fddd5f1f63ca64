using System.Text.Json;
using Talon.RuleEngine.Functions;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>Reads rules and bindings from the JSON of a ruleset.</summary>
internal sealed class RulesetReader(Binder binder, SyntaxReader syntax)
{
    /// <summary>Most rules of one ruleset.</summary>
    private const int MaxRules = 1_000;

    private readonly BindingReader _bindings = new(binder, syntax);

    public CompiledRule[] Read(RulesetDefinition ruleset)
    {
        _bindings.Read(ruleset.Bindings, "/bindings");
        if (ruleset.Rules.ValueKind != JsonValueKind.Array)
        {
            binder.Problems.Add("/rules", "The rules must be an array.", "array", CampaignCompiler.Kind(ruleset.Rules));
            return [];
        }

        var count = ruleset.Rules.GetArrayLength();
        if (count > MaxRules)
        {
            binder.Problems.Add("/rules", "There are too many rules.", $"at most {MaxRules}", count.ToString());
            return [];
        }

        var rules = new CompiledRule?[count];
        var index = 0;
        foreach (var rule in ruleset.Rules.EnumerateArray())
        {
            rules[index] = Rule(rule, index, $"/rules/{index}");
            index++;
        }

        return rules!;
    }

    private CompiledRule? Rule(JsonElement json, int index, string pointer)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            binder.Problems.Add(pointer, "A rule must be an object.", "object", CampaignCompiler.Kind(json));
            return null;
        }

        var known = binder.Known;
        binder.RuleSlots.Clear();
        if (json.TryGetProperty("bindings", out var bindings))
            _bindings.Read(bindings, pointer + "/bindings", ofRule: true);
        binder.Usage = Usage.None;
        var conditions = Condition(json, pointer);
        var usage = binder.Usage;
        var (effects, failureEffects) = Effects(json, pointer);
        binder.Forget(known);
        return new CompiledRule
        {
            Index = index,
            Title = Title(json, pointer),
            Conditions = conditions,
            Effects = effects,
            FailureEffects = failureEffects,
            Coupons = Uses(usage, Usage.CouponCheck, Usage.CouponRedemption),
            Referrals = Uses(usage, Usage.ReferralCheck, Usage.ReferralRedemption),
            OwnSlots = [.. binder.RuleSlots, .. _bindings.CouponSlots],
        };
    }

    private string Title(JsonElement json, string pointer)
    {
        if (json.TryGetProperty("title", out var title) && SyntaxReader.TextOf(title) is { } text)
            return text;
        binder.Problems.Add(pointer + "/title", "A rule needs a title.", "string", CampaignCompiler.Kind(title));
        return "";
    }

    private Expression<bool>[] Condition(JsonElement json, string pointer)
    {
        if (!json.TryGetProperty("condition", out var condition) || condition.ValueKind != JsonValueKind.Array)
        {
            binder.Problems.Add(pointer + "/condition", "A rule needs a condition.", "array", CampaignCompiler.Kind(condition));
            return [];
        }

        if (syntax.Read(condition, pointer + "/condition") is not { } node)
            return [];
        binder.Deepest = 0;
        var bound = binder.Bind(node, TalangType.Boolean);
        if (bound.Function == Guards.Noop)
        {
            binder.Problems.Add(pointer + "/condition", "A condition has to be true or false, and this is neither.", "boolean", "nothing");
            return [];
        }

        return bound.Function?.Name == "and" && bound is not { Constant: not null }
            ? [.. bound.Arguments.Select(AsFlag)]
            : [AsFlag(bound)];
    }

    private static Expression<bool> AsFlag(Expression bound) => bound as Expression<bool> ?? new Expression<bool>(TalangType.Boolean, bound.As<bool>())
    {
        Syntax = bound.Syntax,
        Function = bound.Function,
        Arguments = bound.Arguments,
        Why = bound.Why,
        Source = bound.Source,
    };

    private (CompiledEffect[] Effects, CompiledEffect[] FailureEffects) Effects(JsonElement json, string pointer)
    {
        pointer += "/effects";
        if (!json.TryGetProperty("effects", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            binder.Problems.Add(pointer, "A rule needs its effects.", "array", CampaignCompiler.Kind(list));
            return ([], []);
        }

        var effects = new List<CompiledEffect>();
        var failureEffects = new List<CompiledEffect>();
        if (list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String)
        {
            Effect(list, pointer, 0, effects, failureEffects);
            return ([.. effects], [.. failureEffects]);
        }

        var index = 0;
        foreach (var effect in list.EnumerateArray())
        {
            Effect(effect, $"{pointer}/{index}", index, effects, failureEffects);
            index++;
        }

        return ([.. effects], [.. failureEffects]);
    }

    private void Effect(JsonElement json, string pointer, int index, List<CompiledEffect> effects, List<CompiledEffect> failureEffects)
    {
        if (syntax.Read(json, pointer) is not { } node)
            return;
        binder.Deepest = 0;
        var list = OnFailure.Holds(node) ? failureEffects : effects;
        var bound = OnFailure.Holds(node) ? OnFailure.Bind(binder, (ArraySyntax)node) : binder.Bind(node, TalangType.Effect);
        list.Add(new CompiledEffect(index, bound.As<bool>()));
    }

    private static CodeUse Uses(Usage usage, Usage check, Usage redemption) =>
        (usage & redemption) == redemption ? CodeUse.Redeems
        : (usage & check) == check ? CodeUse.Checks
        : CodeUse.None;
}
