using Talon.Promotions;

namespace Talon.Http;

/// <summary>What both ways to track an event take.</summary>
internal static class EventParameters
{
    public static readonly Parameter<bool> Silent = Parameters.Silent();
    public static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Evaluate and store nothing.");
    public static readonly Parameter<bool> ForceCompleteEvaluation = Parameters.Boolean("forceCompleteEvaluation", "Evaluate all campaigns whatever the evaluation modes say; only with dry=true.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Parameter> All = [Silent, Dry, ForceCompleteEvaluation];

    /// <summary>The event that a checked request reports.</summary>
    public static EventUpdate Read(OperationContext context)
    {
        var (body, dry) = (context.Body, context.Get(Dry));
        var include = ResponseContents.Read(body);
        return new EventUpdate
        {
            Type = body.GetProperty("type").GetString()!,
            ProfileId = body.GetProperty("profileId").GetString()!,
            IntegrationId = body.Text("integrationId"),
            ConnectedSessionId = body.Text("connectedSessionId"),
            StoreIntegrationId = body.Text("storeIntegrationId"),
            Attributes = body.Member("attributes"),
            LoyaltyCards = body.Texts("loyaltyCards"),
            EvaluableCampaignIds = dry ? body.Integers("evaluableCampaignIds") : null,
            ForceCompleteEvaluation = context.Get(ForceCompleteEvaluation),
            Dry = dry,
            Include = dry ? include : include & ~ResponseContent.CampaignEligibility,
        };
    }

    /// <summary>Refuses what only makes sense in a dry request.</summary>
    public static void Review(OperationContext context, List<Problem> problems)
    {
        if (context.Get(ForceCompleteEvaluation) && !context.Get(Dry))
            problems.Add(new Problem("Invalid", "\"forceCompleteEvaluation\" is only allowed with dry=true", Parameter: "forceCompleteEvaluation"));
    }

    /// <summary>Tracks the event; silent calls are answered with nothing.</summary>
    public static async Task<ApiResponse> TrackAsync(OperationContext context, EventUpdate update, Func<OperationContext, IntegrationState, ResponseContent, byte[]> render, CancellationToken cancellation)
    {
        var silent = context.Get(Silent);
        var body = await context.Services.Promotions.Events.TrackAsync(context.ForApplication, update, state => silent ? [] : render(context, state, update.Include), cancellation);
        return silent ? ApiResponse.Empty(204) : ApiResponse.Json(200, body);
    }
}
