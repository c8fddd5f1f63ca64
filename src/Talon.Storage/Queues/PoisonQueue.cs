namespace Talon.Storage;

/// <summary>Names of the queues that take what could not be handled.</summary>
public static class PoisonQueue
{
    /// <summary>What follows the name of the queue.</summary>
    public const string Suffix = "-poison";

    /// <summary>The poison queue of a queue.</summary>
    public static string Of(string queue) => queue + Suffix;

    /// <summary>Whether a queue is a poison queue; messages never leave one by themselves.</summary>
    public static bool Is(string queue) => queue.EndsWith(Suffix, StringComparison.Ordinal);
}
