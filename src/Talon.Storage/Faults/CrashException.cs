namespace Talon.Storage;

/// <summary>The process died here.</summary>
/// <remarks>
/// No production code may handle it; where a general handler or a <c>finally</c> runs nevertheless, it can do no
/// harm, because the storage of a dead process answers nothing but this.
/// </remarks>
public sealed class CrashException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CrashException()
        : base("The simulated process died here.")
    {
    }
}
