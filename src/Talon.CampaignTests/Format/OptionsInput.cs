namespace Talon.CampaignTests;

/// <summary>What is asked for beyond effects.</summary>
public sealed record OptionsInput
{
    /// <summary>Evaluate only the campaigns of these names, even disabled ones.</summary>
    public IReadOnlyList<string>? Campaigns { get; init; }

    /// <summary>Evaluate all campaigns whatever the evaluation modes say.</summary>
    public bool ForceCompleteEvaluation { get; init; }
}
