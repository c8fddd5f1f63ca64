namespace Talon.RuleEngine;

/// <summary>What came of compiling a campaign.</summary>
/// <param name="Campaign">The compiled campaign; null when there are problems.</param>
/// <param name="Problems">Every problem found; empty when there are none.</param>
public sealed record CompileResult(CompiledCampaign? Campaign, IReadOnlyList<RulesetProblem> Problems);
