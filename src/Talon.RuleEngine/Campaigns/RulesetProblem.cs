namespace Talon.RuleEngine;

/// <summary>Something in a ruleset that keeps it from being saved.</summary>
/// <param name="Pointer">The offending element, as a JSON pointer into the ruleset body, such as <c>/rules/0/condition/1/2</c>.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Expected">What would be right, such as a type.</param>
/// <param name="Found">What stands there.</param>
public sealed record RulesetProblem(string Pointer, string Message, string? Expected = null, string? Found = null);
