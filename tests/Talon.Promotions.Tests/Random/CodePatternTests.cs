namespace Talon.Promotions.Tests;

public sealed class CodePatternTests
{
    [Fact]
    public void By_default_a_code_has_at_least_60_bits() => Assert.True(new CodePattern().Bits >= 60);

    [Fact]
    public void Only_the_hashes_of_a_pattern_are_random()
    {
        var code = new CodePattern("XMAS-##", ["a", "b"]).Next(new SeededRandomSource(1));

        Assert.Matches("^XMAS-[ab]{2}$", code);
    }

    [Fact]
    public void Every_character_is_equally_likely()
    {
        var random = new SeededRandomSource(1);
        var code = new CodePattern(new string('#', 60_000), ["x", "y", "z", "x"]).Next(random);

        Assert.All(code.GroupBy(c => c), group => Assert.InRange(group.Count(), 19_500, 20_500));
    }

    [Fact]
    public void A_seeded_source_repeats_itself() =>
        Assert.Equal(new SeededRandomSource(5).UniqueId(), new SeededRandomSource(5).UniqueId());
}
