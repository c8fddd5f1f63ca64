namespace Talon.Cli.Tests;

public sealed class SimulateCommandTests
{
    [Fact]
    public void Seeds_that_find_nothing_wrong_end_with_0_and_are_summed_up()
    {
        var (exit, output, _) = CommandLine.Run("simulate", "--seeds", "2", "--operations", "30", "--parallel", "1");

        Assert.Equal(0, exit);
        Assert.Contains("Operations\n", output);
        Assert.Contains("Faults\n", output);
        Assert.Matches(@"\n2 runs, \d+ operations, \d+ a second, 0 failed\n$", output);
    }

    [Fact]
    public void Runs_end_once_enough_requests_were_sent()
    {
        var (exit, output, _) = CommandLine.Run("simulate", "--total", "10", "--operations", "10", "--parallel", "1");

        Assert.Equal(0, exit);
        Assert.Contains("\n1 runs, ", output);
    }

    [Fact]
    public void One_seed_is_run_alone()
    {
        var (exit, output, _) = CommandLine.Run("simulate", "--seed", "7", "--operations", "20", "--instances", "2");

        Assert.Equal(0, exit);
        Assert.Contains("\n1 runs, ", output);
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--instances", "0")]
    [InlineData("--operations", "many")]
    [InlineData("--seed", "x")]
    public void A_number_that_makes_no_sense_ends_with_2(string option, string value)
    {
        var (exit, _, error) = CommandLine.Run("simulate", option, value);

        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
    }
}
