using System.CommandLine;

namespace Talon.Cli;

/// <summary><c>talon docs</c>: writes the page of the rule language from the registry of functions.</summary>
internal static class DocsCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new Argument<string?>("FILE") { Description = "Where to write the page; left out, it is shown.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("docs", """
            Writes the documentation of the rule language: every function and effect with an example.

            Examples:
              talon docs | less
              talon docs rule-language.md
            """) { output };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(output) is { } path)
                File.WriteAllText(path, RuleLanguagePage.Write());
            else
                terminal.Output.Write(RuleLanguagePage.Write());
            return ExitCodes.Done;
        });
        return command;
    }
}
