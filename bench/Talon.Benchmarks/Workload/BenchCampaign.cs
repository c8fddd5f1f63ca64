namespace Talon.Benchmarks;

/// <summary>A campaign of the workload.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="CanMatch">Whether there are carts that it applies to.</param>
/// <param name="Word">The category, the attribute's value or the code; "" for thresholds.</param>
/// <param name="Threshold">The total from which it applies.</param>
/// <param name="Cents">The discount, on each unit or on the session.</param>
internal sealed record BenchCampaign(int Id, CampaignKind Kind, bool CanMatch, string Word, int Threshold, int Cents);
