namespace Talon.Bench;

/// <summary>A race went wrong.</summary>
internal sealed class RaceException(string message) : Exception(message)
{
    /// <summary>Throws unless two numbers are the same.</summary>
    public static void Expect<T>(T expected, T found, string what)
        where T : IEquatable<T>
    {
        if (!expected.Equals(found))
            throw new RaceException($"{what}: expected {expected}, found {found}.");
    }
}
