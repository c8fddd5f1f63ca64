namespace Talon.RuleEngine;

/// <summary>A failure in parts.</summary>
/// <param name="Code">A stable name, such as <c>ConditionNotMet</c> or <c>LimitReached</c>.</param>
/// <param name="Subject">What was looked at, such as <c>Session.Total</c>; null when there is no single thing.</param>
/// <param name="Actual">Its value.</param>
/// <param name="Required">The value that would pass, with its comparison, such as <c>at least 150</c>.</param>
/// <param name="Change">The smallest change that would pass, such as <c>27 more</c>; null when there is none to name.</param>
public sealed record Explanation(string Code, string? Subject = null, string? Actual = null, string? Required = null, string? Change = null);
