namespace Talon.Benchmarks;

/// <summary>A cart of the workload.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Country">The attribute that campaigns look at.</param>
/// <param name="Code">The coupon code entered; null for none.</param>
internal sealed record BenchCart(IReadOnlyList<BenchLine> Lines, string Country, string? Code);
