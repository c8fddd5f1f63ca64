namespace Talon.Promotions;

/// <summary>A request that is refused. Nothing was stored.</summary>
public abstract class RefusalException : Exception
{
    /// <summary>Creates the refusal.</summary>
    protected RefusalException(string message, IReadOnlyList<Problem> problems)
        : base(message) => Problems = problems;

    /// <summary>The individual problems; may be empty.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The Application whose key was used, where the key was refused; null when nobody knows.</summary>
    public long? ApplicationId { get; set; }
}
