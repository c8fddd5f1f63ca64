using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on rulesets.</summary>
internal static class RulesetOperations
{
    private const string Path = "/v1/applications/{applicationId}/campaigns/{campaignId}/rulesets";
    private const string One = Path + "/{rulesetId}";
    private static readonly Parameter<long> RulesetId = Parameters.PathInteger("rulesetId", "The ruleset's id.");
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createRuleset", Path, "Create a ruleset; one that cannot be evaluated is refused.", OfCampaign, RulesetSchemas.New, RulesetSchemas.Ruleset, CreateAsync),
        Manage.Read("getRulesets", Path, "List the rulesets of a campaign.", [.. OfCampaign, .. ManagementParameters.List], Page.Counted("Rulesets", RulesetSchemas.Ruleset), List),
        Manage.Read("getRuleset", One, "Read a ruleset.", [.. OfCampaign, RulesetId], RulesetSchemas.Ruleset, Get),
        Manage.Update(
            "updateRuleset", One, "Replace a ruleset; one in force has its effect at once.", [.. OfCampaign, RulesetId], RulesetSchemas.New,
            RulesetSchemas.Ruleset, UpdateAsync),
        Manage.Delete("deleteRuleset", One, "Delete a ruleset that is not in force.", [.. OfCampaign, RulesetId], DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, context, await context.Services.Account.Rulesets.CreateAsync(
            ApplicationId(context), CampaignId(context), context.Input(ManagementInputJson.Api.RulesetInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, context, await context.Services.Account.Rulesets.UpdateAsync(
            ApplicationId(context), CampaignId(context), context.Get(RulesetId), context.Input(ManagementInputJson.Api.RulesetInput), cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.Rulesets.DeleteAsync(ApplicationId(context), CampaignId(context), context.Get(RulesetId), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, configuration.RequireRuleset(ApplicationId(context), CampaignId(context), context.Get(RulesetId)), configuration);

    private static ApiResponse List(OperationContext context, Configuration configuration)
    {
        var campaign = configuration.RequireCampaign(ApplicationId(context), CampaignId(context));
        return Page.Counted(
            context,
            configuration.Rulesets.Where(ruleset => ruleset.CampaignId == campaign.Id),
            ruleset => new(ruleset.Created, ""),
            ruleset => RulesetBody.From(ruleset, configuration),
            ManagementJson.Api.RulesetBody);
    }

    private static long ApplicationId(OperationContext context) => context.Get(ManagementParameters.Application);

    private static long CampaignId(OperationContext context) => context.Get(ManagementParameters.Campaign);

    private static ApiResponse Answer(int status, OperationContext context, Ruleset ruleset) =>
        Answer(status, ruleset, context.Services.Account.Configurations.Current);

    private static ApiResponse Answer(int status, Ruleset ruleset, Configuration configuration) =>
        ApiResponse.Json(status, RulesetBody.From(ruleset, configuration), ManagementJson.Api.RulesetBody);
}
