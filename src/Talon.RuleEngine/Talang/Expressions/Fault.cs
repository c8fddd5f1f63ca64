namespace Talon.RuleEngine.Talang;

/// <summary>Why an expression has no value.</summary>
/// <remarks>
/// Faults are marks on the scope, not exceptions: an attribute that is not set is an everyday matter, and ten thousand
/// campaigns may look for it in one evaluation. The first fault stays until a <c>catch</c>, a predicate or the rule's end.
/// </remarks>
internal sealed class Fault(FaultKind kind, Explanation explanation)
{
    public FaultKind Kind { get; } = kind;

    public Explanation Explanation { get; } = explanation;

    /// <summary>For a refused effect on a coupon, the rejection reason; otherwise null.</summary>
    public string? RejectionReason { get; private init; }

    /// <summary>Something that the expression looks at is not there.</summary>
    public static Fault Missing(string subject) => new(FaultKind.Missing, new("NotSet", subject, "not set", "set"));

    /// <summary>The expression cannot be evaluated.</summary>
    public static Fault Error(string code, string message) => new(FaultKind.Error, new(code, null, message));

    /// <summary>The effect may not be granted.</summary>
    /// <param name="explanation">Why not.</param>
    /// <param name="rejectionReason">The rejection reason of a coupon whose effect it is.</param>
    public static Fault Refused(Explanation explanation, string? rejectionReason = null) => new(FaultKind.Refused, explanation) { RejectionReason = rejectionReason };
}

/// <summary>What a fault means for the rule.</summary>
internal enum FaultKind
{
    /// <summary>The condition does not hold, the effect fails.</summary>
    Missing,

    /// <summary>The same, and it is reported in an <c>error</c> effect.</summary>
    Error,

    /// <summary>A limit refuses the effect; <c>catch</c> does not hide it.</summary>
    Refused,
}
