using System.Text.Json;
using Talon.RuleEngine.Members;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>Reads bindings: names for expressions, computed when they are first read.</summary>
internal sealed class BindingReader(Binder binder, SyntaxReader syntax)
{
    private const int MaxBindings = 1_000;

    /// <summary>Slots of ruleset bindings that depend on the coupon at hand.</summary>
    public List<int> CouponSlots { get; } = [];

    public void Read(JsonElement json, string pointer, bool ofRule = false)
    {
        if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return;
        if (json.ValueKind != JsonValueKind.Array)
        {
            binder.Problems.Add(pointer, "Bindings must be an array.", "array", CampaignCompiler.Kind(json));
            return;
        }

        if (json.GetArrayLength() > MaxBindings)
        {
            binder.Problems.Add(pointer, "There are too many bindings.", $"at most {MaxBindings}", json.GetArrayLength().ToString());
            return;
        }

        var index = 0;
        foreach (var binding in json.EnumerateArray())
            Binding(binding, $"{pointer}/{index++}", ofRule);
    }

    private void Binding(JsonElement json, string pointer, bool ofRule)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            binder.Problems.Add(pointer, "A binding must be an object.", "object", CampaignCompiler.Kind(json));
            return;
        }

        var name = Name(json, pointer);
        if (!json.TryGetProperty("expression", out var expression) || expression.ValueKind != JsonValueKind.Array)
        {
            binder.Problems.Add(pointer + "/expression", "A binding needs an expression.", "array", CampaignCompiler.Kind(expression));
            return;
        }

        if (syntax.Read(expression, pointer + "/expression") is not { } node)
            return;
        (binder.Usage, binder.Deepest) = (Usage.None, 0);
        var bound = binder.Bind(node);
        var slot = binder.NewSlot();
        if (ofRule)
            binder.RuleSlots.Add(slot);
        else if ((binder.Usage & Usage.Coupon) != 0)
            CouponSlots.Add(slot);
        if (name is not null)
            binder.Declare(new Variable(name, bound is RefusedExpression ? bound : SlotExpression.Lazily(name, slot, bound), binder.Usage, binder.Deepest));
    }

    private string? Name(JsonElement json, string pointer)
    {
        pointer += "/name";
        if (!json.TryGetProperty("name", out var name) || SyntaxReader.TextOf(name) is not { Length: > 0 } text)
        {
            binder.Problems.Add(pointer, "A binding needs a name.", "string", CampaignCompiler.Kind(name));
            return null;
        }

        if (Roots.Find(text) is null)
            return text;
        binder.Problems.Add(pointer, $"\"{text}\" is already the name of something that rules can read.", "another name", $"\"{text}\"");
        return null;
    }
}
