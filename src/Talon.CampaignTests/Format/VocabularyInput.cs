namespace Talon.CampaignTests;

/// <summary>What rules may refer to. Ids are given in order, from 1 in each list.</summary>
public sealed record VocabularyInput
{
    /// <summary>Custom attributes; built-in ones are there already.</summary>
    public IReadOnlyList<AttributeInput> Attributes { get; init; } = [];

    /// <summary>Names of custom event types.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>Loyalty programmes.</summary>
    public IReadOnlyList<LoyaltyProgramInput> LoyaltyPrograms { get; init; } = [];

    /// <summary>Names of giveaway pools.</summary>
    public IReadOnlyList<string> GiveawayPools { get; init; } = [];

    /// <summary>Names of audiences.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Names of achievements.</summary>
    public IReadOnlyList<string> Achievements { get; init; } = [];

    /// <summary>Integration ids of stores.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Names of webhooks.</summary>
    public IReadOnlyList<string> Webhooks { get; init; } = [];

    /// <summary>Additional costs.</summary>
    public IReadOnlyList<AdditionalCostInput> AdditionalCosts { get; init; } = [];

    /// <summary>Custom effects.</summary>
    public IReadOnlyList<CustomEffectInput> CustomEffects { get; init; } = [];

    /// <summary>Collections by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Collections { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Value maps by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> ValueMaps { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, decimal>>();
}
