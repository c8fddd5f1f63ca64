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
    public void Each_command_shows_how_it_is_used(string command)
    {
        var (exit, output, _) = CommandLine.Run(command, "--help");

        Assert.Equal(0, exit);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains($"talon {command} ", output, StringComparison.Ordinal);
    }
}
