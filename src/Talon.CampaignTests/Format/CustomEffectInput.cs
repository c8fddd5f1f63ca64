namespace Talon.CampaignTests;

/// <summary>A custom effect.</summary>
/// <param name="Name">The API name.</param>
/// <param name="Payload">The template of the payload.</param>
/// <param name="PerItem">Whether it fires for each unit.</param>
/// <param name="Parameters">Names of its parameters.</param>
public sealed record CustomEffectInput(string Name, string Payload, bool PerItem = false, IReadOnlyList<string>? Parameters = null);
