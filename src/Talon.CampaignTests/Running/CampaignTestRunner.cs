using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Runs campaign tests.</summary>
public static class CampaignTestRunner
{
    /// <summary>Runs the cases of a file in order.</summary>
    public static IEnumerable<CaseResult> Run(CampaignTestFile file) => file.Cases.Select(test => Run(file, test));

    /// <summary>Runs a case; throws <see cref="TestFileException"/> when it names something that is not there.</summary>
    public static CaseResult Run(CampaignTestFile file, CaseInput test)
    {
        World world;
        try
        {
            world = new World(file, test);
        }
        catch (TestFileException problem)
        {
            throw new TestFileException($"{test.Name}: {problem.Message}", problem);
        }

        var compiled = world.Campaigns.Select(campaign => CampaignCompiler.Compile(campaign, world.Vocabulary, world.Settings)).ToList();
        var found = new Findings();
        var problems = compiled.SelectMany(result => result.Problems).ToList();
        ProblemComparison.Compare(test.Expect.Problems, problems, found);
        if (problems.Count == 0)
        {
            var snapshot = EngineSnapshot.Create(world.Settings, world.Groups, compiled.Select(result => result.Campaign!));
            var result = Evaluator.Evaluate(snapshot, world.Facts, world.Options);
            new ResultComparison(world, test.Expect, found).Compare(result);
        }

        return new CaseResult(test, found.Differences);
    }
}
