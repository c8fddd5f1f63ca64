using Spectre.Console;

namespace Talon.Cli;

/// <summary>Where commands write.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Complaints.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    /// <summary>Results with colours, where the output can show them.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Output),
        Ansi = ReferenceEquals(Output, System.Console.Out) && !System.Console.IsOutputRedirected ? AnsiSupport.Detect : AnsiSupport.No,
    });

    /// <summary>The output of the process.</summary>
    public static Terminal OfProcess() => new(System.Console.Out, System.Console.Error);
}
