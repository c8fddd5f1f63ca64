using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Compares effects: the type with all its props, and of the envelope what an expectation names.</summary>
internal sealed class EffectComparison(World world, Findings findings)
{
    private static readonly string[] Envelope = ["campaign", "rule", "coupon", "group"];

    /// <summary>Props that an expectation may leave out.</summary>
    private static readonly HashSet<string> Optional = ["conditionIndex", "effectIndex", "details", "campaignExclusionReason"];

    public void Compare(IReadOnlyList<JsonElement> expected, IEnumerable<Effect> effects) =>
        ListComparison.Compare("effects", [.. expected.Select(wanted => JsonSerializer.SerializeToNode(wanted))], [.. effects.Select(Write)], findings, Matches, Report);

    /// <summary>An effect as expectations write it, with its envelope.</summary>
    public JsonObject Write(Effect effect)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            EffectPropsTable.Write(writer, effect.Props);
        var json = new JsonObject
        {
            [effect.Props.EffectType] = JsonNode.Parse(stream.ToArray()),
            ["campaign"] = world.CampaignName(effect.CampaignId),
            ["rule"] = effect.RuleName,
        };
        if (effect.TriggeredByCoupon is { } coupon)
            json["coupon"] = world.Facts.Coupons.FirstOrDefault(entered => entered.Coupon?.Id == coupon)?.Code;
        if (effect.EvaluationGroupId is { } group)
            json["group"] = world.Groups.FirstOrDefault(definition => definition.Id == group)?.Name;
        return json;
    }

    private static bool Matches(JsonNode? expected, JsonNode? found)
    {
        var quiet = new Findings();
        new Shape(quiet).Compare("", expected, found);
        return quiet.Differences.Count == 0;
    }

    private void Report(string where, JsonNode? expected, JsonNode? found) => new Shape(findings).Compare(where, expected, found);

    private static string? TypeOf(JsonNode? effect) =>
        (effect as JsonObject)?.Select(member => member.Key).FirstOrDefault(name => !Envelope.Contains(name));

    /// <summary>Compares one effect.</summary>
    private sealed class Shape(Findings findings)
    {
        public void Compare(string where, JsonNode? expected, JsonNode? found)
        {
            var type = TypeOf(expected);
            if (expected is not JsonObject wanted || type is null || type != TypeOf(found))
            {
                findings.Add(where, JsonComparison.Show(expected), JsonComparison.Show(found));
                return;
            }

            JsonComparison.Compare($"{where}.{type}", wanted[type], found![type], findings, Optional.Contains);
            foreach (var name in Envelope.Where(wanted.ContainsKey))
                if (!JsonComparison.Same(wanted[name], found[name]))
                    findings.Add($"{where}.{name}", JsonComparison.Show(wanted[name]), JsonComparison.Show(found[name]));
        }
    }
}
