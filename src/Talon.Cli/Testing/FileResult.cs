using Talon.CampaignTests;

namespace Talon.Cli;

/// <summary>How the cases of a file went.</summary>
/// <param name="Path">The file.</param>
/// <param name="Cases">Its cases.</param>
internal sealed record FileResult(string Path, IReadOnlyList<CaseResult> Cases);
