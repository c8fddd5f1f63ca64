using System.Text.Json;
using Talon.CampaignTests;
using Talon.RuleEngine;

namespace Talon.Cli.Tests;

/// <summary>Every function and every effect has its cases.</summary>
public sealed class CoverageTests
{
    /// <summary>Effects that no rule asks for by a function of the same name.</summary>
    private static readonly string[] Consequences =
        ["acceptCoupon", "rejectCoupon", "acceptReferral", "rejectReferral", "changeLoyaltyTierLevel", "startAchievementProgress", "error"];

    private static readonly ILookup<string, CaseInput> ByFunction = CampaignFiles.All.Values.SelectMany(file => file.Cases).Where(test => test.Covers is not null).ToLookup(test => test.Covers!);

    public static TheoryData<string> Names => [.. FunctionRegistry.All.Select(function => function.Name), .. Consequences];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_function_and_effect_has_a_passing_a_failing_and_an_edge_case(string name)
    {
        var kinds = ByFunction[name].Select(test => test.Kind).ToList();

        Assert.All(Enum.GetValues<CaseKind>(), kind => Assert.True(kinds.Contains(kind), $"There is no {kind} case of {name} below tests/campaigns."));
    }

    [Fact]
    public void A_case_uses_the_function_that_it_covers()
    {
        foreach (var (path, file) in CampaignFiles.All)
            foreach (var test in file.Cases.Where(test => test.Covers is not null && FunctionRegistry.Find(test.Covers) is not null))
                Assert.True(Uses(file, test), $"{path}: \"{test.Name}\" covers {test.Covers} and does not use it.");
    }

    [Fact]
    public void What_is_covered_exists()
    {
        var known = FunctionRegistry.All.Select(function => function.Name).Concat(Consequences).ToHashSet();

        Assert.All(ByFunction, cases => Assert.Contains(cases.Key, known));
    }

    [Fact]
    public void Cases_of_a_file_have_names_of_their_own()
    {
        Assert.All(CampaignFiles.All.Values, file => Assert.Equal(file.Cases.Count, file.Cases.DistinctBy(test => test.Name).Count()));
    }

    private static bool Uses(CampaignTestFile file, CaseInput test)
    {
        var parts = new[] { test.Rules, test.Condition, test.Effects, test.Expression, test.Bindings }
            .Concat((test.Campaigns ?? file.Campaigns).SelectMany(campaign => new[] { campaign.Rules, campaign.Bindings }));
        return parts.Any(part => part.ValueKind != JsonValueKind.Undefined && Mentions(part, test.Covers!));
    }

    private static bool Mentions(JsonElement json, string function) => json.ValueKind switch
    {
        JsonValueKind.Array => (json.GetArrayLength() > 0 && json[0].ValueKind == JsonValueKind.String && json[0].GetString() == function) || json.EnumerateArray().Any(element => Mentions(element, function)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => Mentions(member.Value, function)),
        _ => false,
    };
}
