using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Campaigns in files, each with its rules in force, collections and value maps.</summary>
internal sealed class CampaignPart : SetupPart
{
    private const string Group = "evaluationGroup";

    private static readonly IReadOnlyList<Property> Own =
    [
        Property.Optional("rules", "The rules in force, evaluated in order. They name things, not ids.", RulesetSchemas.New.Properties.First(property => property.Name == "rules").Schema),
        Property.Optional("bindings", "Named expressions, evaluated in order.", RulesetSchemas.New.Properties.First(property => property.Name == "bindings").Schema),
        Property.Optional("strikethroughRules", "Rules for catalog prices; kept as sent.", RulesetSchemas.New.Properties.First(property => property.Name == "strikethroughRules").Schema),
        Property.Optional("collections", "Its own collections.", new ArraySchema(CollectionPart.OfCampaign)),
        Property.Optional("valueMaps", "Its value maps.", new ArraySchema(ValueMapSchemas.New.ForFiles("SetupValueMap", ["name", "entries"]))),
    ];

    private static readonly SetupPart<Campaign, CampaignInput, CampaignBody> Settings = new(
        "campaigns",
        "campaign",
        CampaignInputSchemas.New.ForFiles(
            "SetupCampaign",
            ["name", "state"],
            ["activeRulesetId", "campaignGroups", "linkedStoreIds", "evaluationGroupId"],
            Property.Optional("reevaluateOnReturn", "Evaluated again on returns that run the rule engine.", new BooleanSchema { Default = false }, true),
            Property.Optional("linkedStores", "Integration ids of the stores that it is evaluated for; empty for all.", new ArraySchema(StringSchema.IntegrationId)),
            Property.Optional(Group, "The evaluation group; the base group when left out.", ManagementFields.Name, "Summer campaigns")),
        () => ManagementInputJson.Api.CampaignInput,
        () => ManagementJson.Api.CampaignBody)
    {
        References = [StorePart.Links, new("evaluationGroupId", Group, "evaluation group", EvaluationGroupPart.Names)],
        Entities = view => view.Configuration.Campaigns.Where(campaign => campaign.ApplicationId == view.ApplicationId),
        Body = (campaign, view) => CampaignBody.From(campaign, campaign.Updated),
        Complete = (json, view) =>
        {
            json["evaluationGroupId"] ??= view.BaseGroupId;
            json["features"] ??= new JsonArray();
            json["type"] ??= "advanced";
        },
        UpdatesCreated = true,
        CreateAsync = (run, input, cancellation) => run.Account.Campaigns.CreateAsync(run.ApplicationId, input, run.Actor, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Campaigns.UpdateAsync(run.ApplicationId, id, input, run.Actor, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.Campaigns.DeleteAsync(run.ApplicationId, id, cancellation),
    };

    private CampaignPart()
        : base(Settings.Member, Settings.Noun, Settings.Schema.With("SetupCampaign", Settings.Schema.Description!, Own)) => IsFolder = true;

    public static SetupPart Part { get; } = new CampaignPart();

    public override bool CanDelete => true;

    public override string NameOf(JsonElement json) => Settings.NameOf(json);

    public override IEnumerable<SetupEntity> Read(SetupView view)
    {
        foreach (var entity in Settings.Read(view))
        {
            foreach (var (name, value) in CampaignContents.Read(view, view.Configuration.Campaigns.Find(entity.Id)!))
                entity.Json[name] = value?.DeepClone();
            yield return entity with { Json = SetupJson.Pick(Schema, entity.Json) };
        }
    }

    public override Task PutAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation) =>
        Settings.PutAsync(run, known, wanted, pointer, cancellation);

    public override async Task FinishAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        var name = NameOf(wanted);
        if (run.View.Configuration.Campaigns.FirstOrDefault(campaign => campaign.ApplicationId == run.ApplicationId && campaign.Name == name) is not { } campaign)
            return;
        await CampaignContents.PutCollectionsAsync(run, campaign, wanted, pointer, cancellation);
        await CampaignContents.PutValueMapsAsync(run, campaign, wanted, pointer, cancellation);
        await CampaignContents.PutRulesAsync(run, known, campaign, wanted, pointer, cancellation);
    }

    public override Task DeleteAsync(SetupRun run, SetupEntity known, CancellationToken cancellation) => Settings.DeleteAsync(run, known, cancellation);
}
