namespace Talon.Promotions.Tests;

/// <summary>Rows that earlier builds wrote are read by this one, and nothing that they say is lost.</summary>
public class GoldenRowTests
{
    private const string Variable = "TALON_GOLDEN_ROWS";

    public static TheoryData<string, string> Kept => [.. GoldenRow.All.Select(row => (row.File, row.Type))];

    [Theory, MemberData(nameof(Kept))]
    public void What_an_earlier_build_wrote_is_read_and_written_again(string file, string name)
    {
        var row = GoldenRow.All.Single(row => row.File == file && row.Type == name);
        var type = StoredType.All.FirstOrDefault(type => type.Name == name);
        Assert.True(type is not null, $"No stored type is called {name} any more; rows of it may stand in data folders.");
        Assert.Null(GoldenRow.Difference(row.Json, GoldenRow.Again(type, row.Json)));
    }

    /// <summary>A member is kept from the day that it is first written; the files that are there are never changed.</summary>
    [Fact]
    public void Every_member_of_today_stands_in_a_row_that_is_kept()
    {
        var news = StoredType.All.Where(type => type.IsWhole).Select(GoldenRow.Today).Where(today => !GoldenRow.All.Any(kept => kept.Type == today.Type && GoldenRow.Difference(today.Json, kept.Json) is null)).ToList();
        if (Environment.GetEnvironmentVariable(Variable) is { } file && news.Count > 0)
            File.WriteAllLines(file, news.Select(row => row.ToLine()));
        Assert.True(
            news.Count == 0,
            $"No kept row has all members of {string.Join(", ", news.Select(row => row.Type))}. Run this test with {Variable}=tests/Talon.Promotions.Tests/Rows/Golden/N.jsonl in the environment, N one more than the last, to keep such rows.");
    }
}
