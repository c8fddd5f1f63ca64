namespace Talon.CampaignTests;

/// <summary>Collects differences.</summary>
internal sealed class Findings
{
    private readonly List<Difference> _differences = [];

    public IReadOnlyList<Difference> Differences => _differences;

    public void Add(string where, string? expected, string? found) => _differences.Add(new(where, expected, found));

    public void Compare(string where, string? expected, string? found)
    {
        if (!string.Equals(expected, found, StringComparison.Ordinal))
            Add(where, expected, found);
    }
}
