namespace Talon.Benchmarks;

/// <summary>A cart line of the workload.</summary>
/// <param name="Sku">Stock keeping unit.</param>
/// <param name="Category">Category.</param>
/// <param name="Euros">Price of a unit.</param>
/// <param name="Quantity">Units.</param>
internal sealed record BenchLine(string Sku, string Category, int Euros, int Quantity);
