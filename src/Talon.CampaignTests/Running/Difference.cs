namespace Talon.CampaignTests;

/// <summary>Something that is not as expected.</summary>
/// <param name="Where">What was compared, such as <c>effects[1].value</c>.</param>
/// <param name="Expected">What was expected; null for nothing.</param>
/// <param name="Found">What was found; null for nothing.</param>
public sealed record Difference(string Where, string? Expected, string? Found)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: expected {Expected ?? "nothing"}, found {Found ?? "nothing"}";
}
