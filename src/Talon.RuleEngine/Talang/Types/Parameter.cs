namespace Talon.RuleEngine;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">What it is called in documentation.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Presence">How often it may stand.</param>
public sealed record Parameter(string Name, TalangType Type, Presence Presence);

/// <summary>How often a parameter may stand.</summary>
public enum Presence
{
    /// <summary>Once.</summary>
    Required,

    /// <summary>Once or not at all.</summary>
    Optional,

    /// <summary>Any number of times, also not at all; with its neighbours of the same presence it forms a group.</summary>
    Repeated,
}
