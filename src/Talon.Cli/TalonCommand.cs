using System.CommandLine;

namespace Talon.Cli;

/// <summary>The command <c>talon</c> with its commands.</summary>
internal static class TalonCommand
{
    /// <summary>Runs a command line and gives its exit code.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Tools for the promotion engine Talon.");
        foreach (var command in Commands(terminal))
            root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error });
        foreach (var error in parsed.Errors)
            terminal.Error.WriteLine(error.Message);
        return ExitCodes.Misused;
    }

    /// <summary>Every command: one line for each.</summary>
    private static Command[] Commands(Terminal terminal) =>
    [
        TestCommand.Create(terminal),
        DocsCommand.Create(terminal),
    ];
}
