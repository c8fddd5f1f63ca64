namespace Talon.CampaignTests;

/// <summary>An additional cost.</summary>
/// <param name="Name">The API name.</param>
/// <param name="Type"><c>session</c>, <c>item</c> or <c>both</c>.</param>
public sealed record AdditionalCostInput(string Name, string Type = "both");
