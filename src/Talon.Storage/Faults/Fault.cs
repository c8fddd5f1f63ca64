namespace Talon.Storage;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Span">How long, for the kinds that take time.</param>
public readonly record struct Fault(FaultKind Kind, TimeSpan Span = default)
{
    /// <summary>Nothing goes wrong.</summary>
    public static Fault None => default;
}
