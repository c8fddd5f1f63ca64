using System.Text.Json;

namespace Talon.Architecture.Tests;

/// <summary>What is part of the build.</summary>
public sealed class SolutionTests
{
    private static readonly string[] NeedAzure = ["Talon.Storage.Azure", "Talon.Functions"];

    private static string[] All => [.. ((string[])["src", "tests", "bench"]).SelectMany(folder => Repository.Projects(folder).Keys)];

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Talon.Functions.sln"));
        Assert.All(All, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_core_filter_holds_all_but_what_needs_Azure()
    {
        using var filter = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "Talon.Core.slnf")));
        var listed = filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray()
            .Select(project => Path.GetFileNameWithoutExtension(project.GetString()!.Replace('\\', '/')));
        Assert.Equal(All.Where(project => !NeedAzure.Any(project.StartsWith)).Order(), listed.Order());
    }

    [Fact]
    public void The_lock_file_of_the_SDK_tests_names_no_registry()
    {
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Path.Combine(Repository.Root, "tests", "sdk", "package-lock.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_file_written_by_hand_has_more_than_500_lines(string folder)
    {
        Assert.All(Repository.Sources(folder), path => Assert.InRange(File.ReadLines(path).Count(), 1, 500));
    }
}
