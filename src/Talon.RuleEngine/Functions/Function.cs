using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>A function of the rule language: one entry of <see cref="FunctionRegistry"/>.</summary>
public sealed class Function
{
    private bool? _takesOptions;

    internal Function(string name, FunctionGroup group, string summary, string example, params Overload[] overloads)
    {
        Name = name;
        Group = group;
        Summary = summary;
        Example = example;
        Overloads = overloads;
    }

    /// <summary>The name that calls start with.</summary>
    public string Name { get; }

    /// <summary>The chapter of the documentation.</summary>
    public FunctionGroup Group { get; }

    /// <summary>What it does, for a campaign manager.</summary>
    public string Summary { get; }

    /// <summary>A call, as JSON.</summary>
    public string Example { get; }

    /// <summary>What it takes and gives; several when it works on several types.</summary>
    public IReadOnlyList<Signature> Signatures => [.. Overloads.Select(overload => overload.Signature)];

    /// <summary>
    /// For conditions, what has to hold for it to be true, with <c>{0}</c> for the first argument and so on. For effects, why it
    /// may fail. Null for functions that are neither.
    /// </summary>
    public string? Failure { get; init; }

    /// <summary>Whether it may stand inside <c>onFailure</c>.</summary>
    public bool AllowedOnFailure { get; init; }

    internal Overload[] Overloads { get; }

    internal bool TakesOptions => _takesOptions ??= Overloads.Any(overload => overload.Signature.TakesOptions);

    /// <summary>For calls that cannot be checked by a signature alone.</summary>
    internal Func<Binder, ArraySyntax, Expression>? Special { get; init; }

    /// <summary>Says why a condition was false; null for what <see cref="Failure"/> says.</summary>
    internal Func<Expression, Scope, Explanation>? Explain { get; init; }

    /// <summary>Whether <see cref="Explain"/> speaks of its operands one by one, and so of those that look at something missing, too.</summary>
    internal bool ExplainsMissing { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>One way to call a function.</summary>
internal sealed class Overload(string signature, Func<Call, Expression?> build)
{
    private Signature? _signature;

    public Signature Signature => _signature ??= Signature.Parse(signature);

    /// <summary>Makes the expression; null when it reported a problem.</summary>
    public Func<Call, Expression?> Build { get; } = build;
}

/// <summary>Chapters of the documentation of functions.</summary>
public enum FunctionGroup
{
    /// <summary>Comparison.</summary>
    Comparison,

    /// <summary>Logic.</summary>
    Logic,

    /// <summary>Arithmetic.</summary>
    Arithmetic,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Lists and selections.</summary>
    List,

    /// <summary>Times.</summary>
    Time,

    /// <summary>Attributes, variables and templates.</summary>
    Path,

    /// <summary>Guards.</summary>
    Guard,

    /// <summary>Conditions on customers, codes, limits and the like.</summary>
    Condition,

    /// <summary>Effects.</summary>
    Effect,
}
