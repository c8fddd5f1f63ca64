namespace Talon.Cli;

/// <summary>What commands end with.</summary>
internal static class ExitCodes
{
    /// <summary>All is as it should be.</summary>
    public const int Done = 0;

    /// <summary>Something is not as expected: a test failed, a difference was found, a line was refused.</summary>
    public const int Failed = 1;

    /// <summary>The command could not run: a wrong argument, a file that cannot be read, or nobody to answer a question.</summary>
    public const int Misused = 2;

    /// <summary>The server refused; nothing was changed.</summary>
    public const int Refused = 3;

    /// <summary>The server cannot be reached, or did not answer.</summary>
    public const int Unreachable = 4;

    /// <summary>Ended by the user, as shells have it.</summary>
    public const int Interrupted = 130;
}
