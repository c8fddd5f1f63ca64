using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Creates or updates a profile, and runs the rules when asked to.</summary>
internal static class UpdateCustomerProfile
{
    private static readonly Parameter<bool> RunRuleEngine = Parameters.Boolean("runRuleEngine", "Run the rules; without it there are no effects.");
    private static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Evaluate and store nothing; only with runRuleEngine=true.");

    public static readonly Operation Operation = new()
    {
        OperationId = "updateCustomerProfileV2",
        Method = "PUT",
        Path = "/v2/customer_profiles/{integrationId}",
        Summary = "Create or update a customer profile, and run the rules when asked to.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.CustomerId, RunRuleEngine, Dry],
        Request = ProfileSchemas.Request,
        Idempotent = true,
        Answers =
        [
            new(200, StateSchemas.Profile, "The profile was stored, or evaluated only when the request was dry."),
            Answer.Invalid,
            Answer.Unauthorized,
            Answer.Conflict,
        ],
        Review = CheckResponseContent,
        Handle = HandleAsync,
    };

    private static void CheckResponseContent(OperationContext context, List<Problem> problems)
    {
        if (!context.Get(RunRuleEngine)
            && context.Body.ValueKind == JsonValueKind.Object
            && context.Body.Member("responseContent") is { ValueKind: JsonValueKind.Array } content
            && content.GetArrayLength() > 0)
            problems.Add(new Problem("Invalid", "\"responseContent\" is only allowed with runRuleEngine=true", "/responseContent"));
    }

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var runs = context.Get(RunRuleEngine);
        var dry = runs && context.Get(Dry);
        var changes = context.Body.Member("audiencesChanges");
        var include = ResponseContents.Read(context.Body);
        var update = new ProfileUpdate
        {
            IntegrationId = context.Get(IntegrationParameters.CustomerId),
            Attributes = context.Body.Member("attributes"),
            RunRuleEngine = runs,
            Dry = dry,
            EvaluableCampaignIds = dry ? context.Body.Integers("evaluableCampaignIds") : null,
            AudienceAdds = changes?.Integers("adds") ?? [],
            AudienceDeletes = changes?.Integers("deletes") ?? [],
            Include = dry ? include : include & ~ResponseContent.CampaignEligibility,
        };
        var body = await context.Services.Promotions.Profiles.UpdateAsync(context.ForApplication, update, state => StateBody.Render(context, state, update.Include), cancellation);
        return ApiResponse.Json(200, body);
    }
}
