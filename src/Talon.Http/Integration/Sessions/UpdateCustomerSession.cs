using Talon.Promotions;

namespace Talon.Http;

/// <summary>Creates or updates a session, runs the rules and answers with their effects.</summary>
internal static class UpdateCustomerSession
{
    private static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Evaluate this payload alone and store nothing.");
    private static readonly Parameter<DateTimeOffset?> Now = Parameters.Time("now", "The clock of a dry request; in the future.");

    public static readonly Operation Operation = new()
    {
        OperationId = "updateCustomerSessionV2",
        Method = "PUT",
        Path = "/v2/customer_sessions/{customerSessionId}",
        Summary = "Create or update a customer session, run the rules, and answer with their effects.",
        Authentication = Authentication.IntegrationKey,
        AllowsStaging = static context => context.Get(Dry),
        Parameters = [IntegrationParameters.SessionId, Dry, Now],
        Request = SessionSchemas.IntegrationRequest,
        Idempotent = true,
        Answers =
        [
            new(200, StateSchemas.Session, "The session was evaluated, and stored unless the request was dry."),
            Answer.InvalidPlain,
            Answer.Unauthorized,
            Answer.Conflict,
        ],
        Review = CheckClock,
        Handle = HandleAsync,
    };

    private static void CheckClock(OperationContext context, List<Problem> problems)
    {
        if (context.Get(Now) is not { } now)
            return;
        if (!context.Get(Dry))
            problems.Add(new Problem("Invalid", "\"now\" is only allowed with dry=true", Parameter: "now"));
        else if (now <= context.Now)
            problems.Add(new Problem("Invalid", "\"now\" is not in the future", Parameter: "now"));
    }

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var dry = context.Get(Dry);
        var update = SessionReader.Read(context.Body, context.Get(IntegrationParameters.SessionId));
        update = update with
        {
            Dry = dry,
            EvaluationTime = context.Get(Now),
            EvaluableCampaignIds = dry ? update.EvaluableCampaignIds : null,
            Include = dry ? update.Include : update.Include & ~ResponseContent.CampaignEligibility,
        };
        var body = await context.Services.Promotions.Sessions.UpdateAsync(context.ForApplication, update, state => StateBody.Render(context, state, update.Include), cancellation);
        return ApiResponse.Json(200, body);
    }
}
