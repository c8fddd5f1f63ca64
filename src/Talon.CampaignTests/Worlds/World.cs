using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>The shop and the update of one case.</summary>
internal sealed class World
{
    public World(CampaignTestFile file, CaseInput test)
    {
        var vocabulary = file.Vocabulary;
        var checker = VocabularyMaker.Attributes(vocabulary);
        var attributes = new AttributeValueReader(checker);
        var settings = TestFileReader.ReadPart<SettingsInput>(file.Settings, test.Settings, "settings");
        var groups = test.Groups ?? file.Groups;
        Inputs = CampaignMaker.Of(file, test);
        var maker = new CampaignMaker(attributes, groups, vocabulary.Stores);
        Campaigns = [.. Inputs.Select(maker.Make)];
        Groups = [.. groups.Select(maker.Group)];
        Settings = MakeSettings(settings, attributes);
        Vocabulary = VocabularyMaker.Make(vocabulary, checker, Inputs);
        Facts = new FactsMaker(attributes, vocabulary, Inputs).Make(TestFileReader.ReadPart<FactsInput>(file.Facts, test.Facts, "facts"), Settings.TimeZone);
        Options = new EvaluationOptions
        {
            ExplainFailures = true,
            Eligibility = test.Expect.Eligibility is not null,
            Campaigns = test.Options.Campaigns?.Select(CampaignId).ToHashSet(),
            ForceCompleteEvaluation = test.Options.ForceCompleteEvaluation,
        };
    }

    public ApplicationSettings Settings { get; }

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<CampaignInput> Inputs { get; }

    public IReadOnlyList<CampaignDefinition> Campaigns { get; }

    public IReadOnlyList<EvaluationGroupDefinition> Groups { get; }

    public EvaluationFacts Facts { get; }

    public EvaluationOptions Options { get; }

    public string CampaignName(long id) => Campaigns.FirstOrDefault(campaign => campaign.Id == id)?.Name ?? "";

    /// <summary>A time zone by name.</summary>
    public static TimeZoneInfo Zone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw new TestFileException($"There is no time zone \"{name}\".");

    private long CampaignId(string name) =>
        Campaigns.FirstOrDefault(campaign => campaign.Name == name)?.Id ?? throw new TestFileException($"There is no campaign called \"{name}\".");

    private static ApplicationSettings MakeSettings(SettingsInput input, AttributeValueReader attributes) => new()
    {
        Id = 1,
        Currency = input.Currency,
        TimeZone = Zone(input.Timezone),
        CascadingDiscounts = input.CascadingDiscounts,
        PartialDiscounts = input.PartialDiscounts,
        FlattenCartItems = input.FlattenCartItems,
        DefaultDiscountScope = input.DefaultDiscountScope,
        DefaultItemDiscountScope = input.DefaultItemDiscountScope,
        Attributes = attributes.Read(AttributeEntity.Application, input.Attributes, "settings"),
    };
}
