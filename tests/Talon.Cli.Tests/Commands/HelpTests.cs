namespace Talon.Cli.Tests;

public sealed class HelpTests
{
    private static readonly string[] Commands = ["test", "pull", "diff", "push", "preview", "import", "parked", "docs", "simulate"];

    [Fact]
    public void The_list_of_commands_has_a_short_line_for_each()
    {
        var (exit, output, _) = CommandLine.Run("--help");

        Assert.Equal(0, exit);
        var lines = output[output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal(Commands, lines.Select(line => line.Trim().Split(' ')[0]));
        Assert.All(lines, line => Assert.True(line.Length <= 130 && line.EndsWith('.'), line));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("pull")]
    [InlineData("diff")]
    [InlineData("push")]
    [InlineData("preview")]
    [InlineData("import")]
    [InlineData("parked")]
    [InlineData("docs")]
    [InlineData("simulate")]
    public void Each_command_shows_how_it_is_used(string command)
    {
        var (exit, output, _) = CommandLine.Run(command, "--help");

        Assert.Equal(0, exit);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains($"talon {command} ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push", "pusch", "shop")]
    [InlineData("--prune", "push", "shop", "--prun")]
    [InlineData("--campaign", "import", "coupons", "x.csv", "--campain", "Sale")]
    public void What_is_misspelt_is_guessed(string meant, params string[] args)
    {
        var (exit, output, error) = CommandLine.Run(args);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains($"'{args.First(arg => !arg.Contains('.') && arg.StartsWith(meant[..^2], StringComparison.Ordinal))}'", error);
        Assert.Contains(meant + "\n", error);
    }

    [Fact]
    public void Without_a_command_it_shows_which_there_are()
    {
        var (exit, output, error) = CommandLine.Run();

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("Commands:", error);
    }
}
