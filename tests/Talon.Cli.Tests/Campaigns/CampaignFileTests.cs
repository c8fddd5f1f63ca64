using Talon.CampaignTests;

namespace Talon.Cli.Tests;

/// <summary>Runs every case of the files below tests/campaigns.</summary>
public sealed class CampaignFileTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (path, file) in CampaignFiles.All)
                foreach (var test in file.Cases)
                    data.Add(path, test.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Campaigns_do_what_their_tests_say(string path, string name)
    {
        var file = CampaignFiles.All[path];
        var result = CampaignTestRunner.Run(file, file.Cases.Single(test => test.Name == name));

        Assert.True(result.Passed, result.ToString());
    }
}
