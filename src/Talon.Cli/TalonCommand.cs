using System.CommandLine;
using System.CommandLine.Invocation;

namespace Talon.Cli;

/// <summary>The command <c>talon</c> with its commands.</summary>
internal static class TalonCommand
{
    /// <summary>Runs a command line and gives its exit code.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand("""
            Tools for the promotion engine Talon.

            Commands that talk to a server find it by --url and --key, or by the environment variables TALON_URL and
            TALON_MANAGEMENT_KEY. Commands that show something show a table, or JSON with --json.

            They end with 0 when all is as it should be, 1 when something is not as expected, 2 when the command line or a
            file is wrong, 3 when the server refused, and 4 when it cannot be reached.
            """);
        foreach (var command in Commands(terminal))
            root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        foreach (var command in parsed.CommandResult.Command.Subcommands)
            command.Description = FirstSentence(command.Description!);
        return parsed.Errors.Count == 0 ? Run(parsed, terminal) : Correct(parsed, terminal);
    }

    /// <summary>Says what is wrong with a command line, and what may have been meant; where only a command is missing, which ones there are.</summary>
    private static int Correct(ParseResult parsed, Terminal terminal)
    {
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0;
            action.ShowTypoCorrections = true;
        }

        parsed.Invoke(new InvocationConfiguration { Output = terminal.Error, Error = terminal.Error });
        return ExitCodes.Misused;
    }

    /// <summary>What a list of commands says of one; its own help says the rest.</summary>
    private static string FirstSentence(string description)
    {
        var text = description.ReplaceLineEndings(" ");
        var end = text.IndexOfAny([':', '.']);
        return end < 0 ? text : text[..end] + ".";
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (CommandException end)
        {
            terminal.Error.WriteLine(end.Message);
            return end.ExitCode;
        }
        catch (ServerRefusal refusal)
        {
            terminal.Error.WriteLine(refusal.ToEnd().Message);
            return ExitCodes.Refused;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(problem.Message);
            return ExitCodes.Misused;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Interrupted.");
            return ExitCodes.Interrupted;
        }
    }

    /// <summary>Every command: one line for each.</summary>
    private static Command[] Commands(Terminal terminal) =>
    [
        TestCommand.Create(terminal),
        PullCommand.Create(terminal),
        DiffCommand.Create(terminal),
        PushCommand.Create(terminal),
        PreviewCommand.Create(terminal),
        ImportCommand.Create(terminal),
        ParkedCommand.Create(terminal),
        DocsCommand.Create(terminal),
        SimulateCommand.Create(terminal),
    ];
}
