namespace Talon.CampaignTests;

/// <summary>How a case went.</summary>
/// <param name="Case">The case.</param>
/// <param name="Differences">What is not as expected; empty when it passed.</param>
public sealed record CaseResult(CaseInput Case, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether everything is as expected.</summary>
    public bool Passed => Differences.Count == 0;

    /// <summary>The case and its differences, one a line.</summary>
    public override string ToString() => string.Join("\n  ", Differences.Select(difference => difference.ToString()).Prepend(Case.Name));
}
