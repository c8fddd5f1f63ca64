namespace Talon.Http;

/// <summary>Reads a session and its net effects.</summary>
internal static class GetCustomerSession
{
    public static readonly Operation Operation = new()
    {
        OperationId = "getCustomerSession",
        Method = "GET",
        Path = "/v2/customer_sessions/{customerSessionId}",
        Summary = "Read a customer session and its net effects.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.SessionId],
        Answers =
        [
            new(200, StateSchemas.GetSession, "The session."),
            Answer.InvalidPlain,
            Answer.Unauthorized,
            Answer.NotFound,
        ],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var (session, effects) = await context.Services.Promotions.Sessions.GetAsync(context.ForApplication, context.Get(IntegrationParameters.SessionId), cancellation);
        return ApiResponse.Json(200, new EffectsBody(effects, session), IntegrationJson.Api.EffectsBody);
    }
}
