using Talon.Promotions;

namespace Talon.Http;

/// <summary>Lets two people edit one thing: reading it and changing it answer with its version, and a change may be made for one version only.</summary>
/// <remarks>RFC 9110, sections 8.8.3 and 13.1.1. An addition to the published API, which has no versions; without the header the last one wins.</remarks>
internal static class EntityVersions
{
    private const string OfApplication = "/v1/applications/{applicationId}";
    private const string OfCampaign = OfApplication + "/campaigns/{campaignId}";

    private static readonly Dictionary<string, Func<Operation, Operation>> ByPath = new()
    {
        [OfApplication] = Of(EntityKinds.Application, (context, configuration) => configuration.RequireApplication(ApplicationId(context))),
        [OfApplication + "/apikeys/{keyId}"] = Of(EntityKinds.ApiKey, (context, configuration) => configuration.RequireApiKey(ApplicationId(context), context.PathId("keyId"))),
        ["/v1/management_keys/{managementKeyId}"] = Of(EntityKinds.ManagementKey, (context, configuration) => configuration.RequireManagementKey(context.PathId("managementKeyId"))),
        ["/v1/ip_allow_list"] = Of(EntityKinds.AccountSettings, (_, configuration) => configuration.AccountSettings.Find(AccountSettings.OnlyId) ?? new AccountSettings()),
        [OfCampaign] = Of(EntityKinds.Campaign, (context, configuration) => configuration.RequireCampaign(ApplicationId(context), CampaignId(context))),
        [OfCampaign + "/achievements/{achievementId}"] = Of(EntityKinds.Achievement, (context, configuration) => configuration.RequireAchievement(ApplicationId(context), CampaignId(context), context.PathId("achievementId"))),
        [OfCampaign + "/rulesets/{rulesetId}"] = Of(EntityKinds.Ruleset, (context, configuration) => configuration.RequireRuleset(ApplicationId(context), CampaignId(context), context.PathId("rulesetId"))),
        [OfCampaign + "/value_maps/{valueMapId}"] = Of(EntityKinds.ValueMap, (context, configuration) => configuration.RequireValueMap(ApplicationId(context), CampaignId(context), context.PathId("valueMapId"))),
        [OfCampaign + "/collections/{collectionId}"] = Of(EntityKinds.Collection, (context, configuration) => configuration.RequireCollection(new(ApplicationId(context), CampaignId(context)), context.PathId("collectionId"))),
        [OfApplication + "/evaluation_groups/{evaluationGroupId}"] = Of(EntityKinds.EvaluationGroup, (context, configuration) => configuration.RequireEvaluationGroup(ApplicationId(context), context.PathId("evaluationGroupId"))),
        [OfApplication + "/stores/{storeId}"] = Of(EntityKinds.Store, (context, configuration) => configuration.RequireStore(ApplicationId(context), context.PathId("storeId"))),
        ["/v1/attributes/{attributeId}"] = Of(EntityKinds.Attribute, (context, configuration) => configuration.RequireAttribute(context.PathId("attributeId"))),
        ["/v1/additional_costs/{additionalCostId}"] = Of(EntityKinds.AdditionalCost, (context, configuration) => configuration.RequireAdditionalCost(context.PathId("additionalCostId"))),
        ["/v1/custom_effects/{customEffectId}"] = Of(EntityKinds.CustomEffect, (context, configuration) => configuration.RequireCustomEffect(context.PathId("customEffectId"))),
        ["/v1/webhooks/{webhookId}"] = Of(EntityKinds.Webhook, (context, configuration) => configuration.RequireWebhook(context.PathId("webhookId"))),
        ["/v1/collections/{collectionId}"] = Of(EntityKinds.Collection, (context, configuration) => configuration.RequireCollection(null, context.PathId("collectionId"))),
        ["/v1/loyalty_programs/{loyaltyProgramId}"] = Of(EntityKinds.LoyaltyProgram, (context, configuration) => configuration.RequireLoyaltyProgram(context.PathId("loyaltyProgramId"))),
        ["/v1/catalogs/{catalogId}"] = Of(EntityKinds.Catalog, (context, configuration) => configuration.RequireCatalog(context.PathId("catalogId"))),
        ["/v1/giveaways/pools/{poolId}"] = Of(EntityKinds.GiveawayPool, (context, configuration) => configuration.RequireGiveawayPool(context.PathId("poolId"))),
    };

    /// <summary>The operation with the versions of what its path names. What has no version matches none: a change of it that sends one is refused.</summary>
    public static Operation Apply(Operation operation) =>
        ByPath.TryGetValue(operation.Path, out var apply) ? apply(operation)
        : operation.Method is "PUT" or "DELETE" ? operation with { Answers = [.. operation.Answers, Answer.Stale], Handle = (context, cancellation) => Unversioned(operation, context, cancellation) }
        : operation;

    private static Task<ApiResponse> Unversioned(Operation operation, OperationContext context, CancellationToken cancellation) =>
        context.IfMatch is null or "*" ? operation.Handle(context, cancellation) : throw new StaleVersionException();

    private static Func<Operation, Operation> Of<T>(EntityKind<T> kind, Func<OperationContext, Configuration, T> find)
        where T : class, IEntity => operation => operation.Method switch
        {
            "GET" => operation with { Handle = (context, cancellation) => ReadAsync(operation, kind, find, context, cancellation) },
            "PUT" or "DELETE" => operation with
            {
                Answers = [.. operation.Answers, Answer.Stale],
                Handle = (context, cancellation) => WriteAsync(operation, kind, find, context, cancellation),
            },
            _ => operation,
        };

    /// <summary>Looks at the version before the entity is read: at worst the caller is told of a change that it has seen.</summary>
    private static async Task<ApiResponse> ReadAsync<T>(
        Operation operation, EntityKind<T> kind, Func<OperationContext, Configuration, T> find, OperationContext context, CancellationToken cancellation)
        where T : class, IEntity
    {
        var tag = EntityTag.Of(kind, find(context, await context.Services.Account.Configurations.GetAsync(cancellation)));
        return Tagged(await operation.Handle(context, cancellation), tag);
    }

    private static async Task<ApiResponse> WriteAsync<T>(
        Operation operation, EntityKind<T> kind, Func<OperationContext, Configuration, T> find, OperationContext context, CancellationToken cancellation)
        where T : class, IEntity
    {
        var scope = new EditScope(context.IfMatch is { } seen
            ? configuration => _ = EntityTag.Matches(seen, EntityTag.Of(kind, find(context, configuration))) ? true : throw new StaleVersionException()
            : null);
        context.Services = context.Services.Within(scope);
        var response = await operation.Handle(context, cancellation);
        return operation.Method == "PUT" && scope.Applied is { } after ? Tagged(response, EntityTag.Of(kind, find(context, after))) : response;
    }

    private static ApiResponse Tagged(ApiResponse response, string tag) => response with { Headers = [.. response.Headers, new("ETag", tag)] };

    private static long ApplicationId(OperationContext context) => context.PathId("applicationId");

    private static long CampaignId(OperationContext context) => context.PathId("campaignId");
}
