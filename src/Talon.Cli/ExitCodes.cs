namespace Talon.Cli;

/// <summary>What commands end with.</summary>
internal static class ExitCodes
{
    /// <summary>All is as it should be.</summary>
    public const int Done = 0;

    /// <summary>Something is not as expected.</summary>
    public const int Failed = 1;

    /// <summary>The command could not run: a wrong argument, or a file that cannot be read.</summary>
    public const int Misused = 2;
}
