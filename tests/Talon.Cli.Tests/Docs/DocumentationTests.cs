using Talon.CampaignTests;
using Talon.RuleEngine;

namespace Talon.Cli.Tests;

/// <summary>Generated documentation is up to date, and complete.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void The_page_of_the_rule_language_is_what_the_registry_says()
    {
        Assert.True(Committed("rule-language.md") == RuleLanguagePage.Write(), "docs/rule-language.md is stale: run talon docs docs/rule-language.md.");
    }

    [Fact]
    public void The_schema_of_campaign_tests_is_what_their_reader_says()
    {
        Assert.True(Committed("campaign-tests.schema.json") == CampaignTestSchema.Write(), "docs/campaign-tests.schema.json is stale: run talon test --schema.");
    }

    [Fact]
    public void Every_function_is_on_the_page()
    {
        var page = RuleLanguagePage.Write();

        Assert.All(FunctionRegistry.All, function => Assert.Contains($"### `{function.Name}`\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_the_page_about_campaign_tests_passes()
    {
        var page = Committed("campaign-tests.md");
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var results = CampaignTestRunner.Run(TestFileReader.Read(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]));

        Assert.All(results, result => Assert.True(result.Passed, result.ToString()));
    }

    private static string Committed(string name) => File.ReadAllText(Path.Combine(CampaignFiles.Root, "docs", name)).ReplaceLineEndings("\n");
}
