namespace Talon.RuleEngine.Tests.Reference;

/// <summary>Ends the evaluation of an expression.</summary>
internal sealed class ReferenceFault(ReferenceFault.Kind kind, string message) : Exception(message)
{
    public Kind What { get; } = kind;

    public static ReferenceFault Missing() => new(Kind.Missing, "missing");

    public static ReferenceFault Error(string message) => new(Kind.Error, message);

    public static ReferenceFault Refused() => new(Kind.Refused, "refused");

    public enum Kind
    {
        /// <summary>An attribute is not set, a list is too short.</summary>
        Missing,

        /// <summary>Something cannot be computed.</summary>
        Error,

        /// <summary>A limit or a negative amount forbids an effect.</summary>
        Refused,
    }
}
