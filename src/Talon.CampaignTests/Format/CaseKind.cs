namespace Talon.CampaignTests;

/// <summary>What a case shows of a function or an effect.</summary>
public enum CaseKind
{
    /// <summary>It holds, or does what it is for.</summary>
    Passing,

    /// <summary>It does not hold, or refuses.</summary>
    Failing,

    /// <summary>A value at a border, an empty list, a missing attribute.</summary>
    Edge,
}
