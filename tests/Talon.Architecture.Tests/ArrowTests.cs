namespace Talon.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Talon.RuleEngine"] = [],
        ["Talon.Storage"] = [],
        ["Talon.Promotions"] = ["Talon.RuleEngine", "Talon.Storage"],
        ["Talon.Http"] = ["Talon.Promotions"],
        ["Talon.Storage.Azure"] = ["Talon.Storage"],
        ["Talon.Server"] = ["Talon.Http"],
        ["Talon.Functions"] = ["Talon.Http", "Talon.Storage.Azure"],
        ["Talon.Simulation"] = ["Talon.Promotions"],
        ["Talon.CampaignTests"] = ["Talon.Promotions"],
        ["Talon.Cli"] = ["Talon.Http", "Talon.CampaignTests", "Talon.Simulation"],
    };

    private static readonly string[] Replayable = ["Talon.RuleEngine", "Talon.Promotions", "Talon.Http", "Talon.Simulation"];

    private static readonly string[] Hosts = ["Talon.Server", "Talon.Functions", "Talon.Cli"];

    public static TheoryData<string> Sources => [.. Repository.Projects("src").Keys];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_part_knows_only_the_parts_it_may_know(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} is not in the table of arrows.");
        var references = Repository.Items(Repository.Projects("src")[project], "ProjectReference").Select(Path.GetFileNameWithoutExtension);
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Only_hosts_know_a_web_server(string project)
    {
        var path = Repository.Projects("src")[project];
        var knows = Repository.Items(path, "FrameworkReference").Count > 0 || File.ReadAllText(path).Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal);
        Assert.True(!knows || Hosts.Contains(project), $"{project} is no host and refers to a web server.");
    }

    [Fact]
    public void Nothing_but_hosts_and_tests_refers_to_a_host()
    {
        foreach (var (name, path) in Repository.Projects("src"))
            Assert.DoesNotContain(Repository.Items(path, "ProjectReference"), reference => Hosts.Contains(Path.GetFileNameWithoutExtension(reference)) && name != "Talon.Cli");
    }

    [Fact]
    public void The_rule_engine_uses_no_package()
    {
        Assert.Empty(Repository.Items(Repository.Projects("src")["Talon.RuleEngine"], "PackageReference"));
    }

    [Theory]
    [InlineData("Talon.RuleEngine")]
    [InlineData("Talon.Promotions")]
    [InlineData("Talon.Http")]
    [InlineData("Talon.Simulation")]
    public void A_part_that_must_be_replayable_uses_the_banned_list(string project)
    {
        Assert.Contains(project, Replayable);
        Assert.Contains("BannedSymbols.Replayable.txt", Repository.Items(Repository.Projects("src")[project], "AdditionalFiles"));
    }

    [Fact]
    public void Every_part_uses_the_list_that_bans_clock_and_randomness()
    {
        var props = Path.Combine(Repository.Root, "Directory.Build.props");
        Assert.Contains("BannedSymbols.txt", Repository.Items(props, "AdditionalFiles"));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", Repository.Items(props, "PackageReference"));
    }
}
