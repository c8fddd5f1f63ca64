using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What the versions of one Application's configuration share, so that a change rebuilds only what depends on it.</summary>
internal sealed class ApplicationCache
{
    public LastResult<AttributeChecker> Attributes { get; } = new();

    public LastResult<AdditionalCostChecker> Costs { get; } = new();

    public LastResult<ApplicationSettings> Settings { get; } = new();

    /// <summary>The vocabulary without campaigns.</summary>
    public LastResult<Vocabulary> VocabularyParts { get; } = new();

    public LastVocabulary Vocabulary { get; } = new();

    public CompiledCampaigns Campaigns { get; } = new();
}
