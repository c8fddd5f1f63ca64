namespace Talon.Promotions;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line that it begins in, from 1.</param>
/// <param name="Fields">Its fields.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);
