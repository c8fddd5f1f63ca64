namespace Talon.Cli.Tests;

/// <summary>Runs the command in this process.</summary>
internal static class CommandLine
{
    public static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = TalonCommand.Run(args, new Terminal(output, error));
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
