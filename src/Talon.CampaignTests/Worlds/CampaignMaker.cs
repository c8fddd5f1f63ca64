using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Makes campaigns from a case and its file.</summary>
internal sealed class CampaignMaker(AttributeValueReader attributes, IReadOnlyList<GroupInput> groups, IReadOnlyList<string> stores)
{
    private static readonly string[] Always = ["and"];

    /// <summary>Campaigns that a case is about: its own, the one that its rules make, or the file's.</summary>
    public static IReadOnlyList<CampaignInput> Of(CampaignTestFile file, CaseInput test)
    {
        var rules = OneRule(test);
        var own = rules.ValueKind != JsonValueKind.Undefined ? rules : test.Rules;
        if (own.ValueKind == JsonValueKind.Undefined)
            return test.Campaigns ?? file.Campaigns;
        return [new CampaignInput { Name = "Campaign", Rules = own, Bindings = test.Bindings, Limits = test.Limits }];
    }

    public CampaignDefinition Make(CampaignInput input, int index)
    {
        var id = IdOf(input, index);
        return new()
        {
            Id = id,
            Name = input.Name,
            Enabled = input.Enabled,
            StartTime = input.StartTime,
            EndTime = input.EndTime,
            LinkedStoreIds = [.. input.Stores.Select(store => stores.IdOf(store, "store"))],
            EvaluationGroupId = input.Group is { } group ? GroupNames.IdOf(group, "group") : null,
            EvaluationPosition = input.Position ?? index,
            ReevaluateOnReturn = input.ReevaluateOnReturn,
            Attributes = attributes.Read(AttributeEntity.Campaign, input.Attributes, "campaign"),
            Limits = [.. input.Limits.Select(Limit)],
            Ruleset = new RulesetDefinition(id, input.Rules, input.Bindings),
        };
    }

    public static long IdOf(CampaignInput input, int index) => input.Id ?? index + 1;

    public static LimitDefinition Limit(LimitInput limit, int index) =>
        new(index + 1, limit.Action, limit.Limit, limit.Period, [.. limit.Entities.OrderBy(entity => entity.ToString(), StringComparer.Ordinal)]);

    public EvaluationGroupDefinition Group(GroupInput group, int index) =>
        new(index + 1, group.Name, group.Parent is { } parent ? GroupNames.IdOf(parent, "group") : null, group.Mode, group.Scope, group.Position);

    private string[] GroupNames => [.. groups.Select(group => group.Name)];

    private static JsonElement OneRule(CaseInput test)
    {
        var (condition, effects) = (test.Condition, test.Effects);
        if (test.Expression.ValueKind != JsonValueKind.Undefined)
            effects = JsonSerializer.SerializeToElement(new object[] { new object[] { "showNotification", "Info", "value", new object[] { "toString", test.Expression } } });
        if (condition.ValueKind == JsonValueKind.Undefined && effects.ValueKind == JsonValueKind.Undefined)
            return default;
        return JsonSerializer.SerializeToElement(new[]
        {
            new Dictionary<string, object>
            {
                ["title"] = "Rule",
                ["condition"] = condition.ValueKind == JsonValueKind.Undefined ? Always : condition,
                ["effects"] = effects.ValueKind == JsonValueKind.Undefined ? Array.Empty<object>() : effects,
            },
        });
    }
}
