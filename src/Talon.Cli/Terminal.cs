using Spectre.Console;

namespace Talon.Cli;

/// <summary>Where commands write, and where they ask.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Complaints, progress and questions.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    /// <summary>Results with colours, where the output can show them.</summary>
    public IAnsiConsole Console { get; } = Open(Output, ReferenceEquals(Output, System.Console.Out) && !System.Console.IsOutputRedirected);

    /// <summary>Progress, where somebody can watch it.</summary>
    public IAnsiConsole Progress { get; } = Open(Error, ReferenceEquals(Error, System.Console.Error) && !System.Console.IsErrorRedirected);

    /// <summary>Answers to questions; null when nobody is there to answer.</summary>
    public TextReader? Input { get; init; }

    /// <summary>The variables of the environment.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>The input and output of the process.</summary>
    public static Terminal OfProcess() => new(System.Console.Out, System.Console.Error)
    {
        Input = System.Console.IsInputRedirected ? null : System.Console.In,
        Environment = System.Environment.GetEnvironmentVariable,
    };

    /// <summary>Asks whether to go on; false unless the answer is yes.</summary>
    public bool Confirms(string question)
    {
        if (Input is null)
            throw new CommandException(ExitCodes.Misused, "Nobody is there to answer; say --yes to go on without asking.");
        Error.Write(question + " [y/N] ");
        return Input.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }

    private static IAnsiConsole Open(TextWriter writer, bool isScreen) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
        Interactive = isScreen ? InteractionSupport.Detect : InteractionSupport.No,
    });
}
