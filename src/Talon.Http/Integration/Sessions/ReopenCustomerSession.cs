using System.Text.Json;

namespace Talon.Http;

/// <summary>Turns a closed session back to open.</summary>
internal static class ReopenCustomerSession
{
    public static readonly Operation Operation = new()
    {
        OperationId = "reopenCustomerSession",
        Method = "PUT",
        Path = "/v2/customer_sessions/{customerSessionId}/reopen",
        Summary = "Turn a closed session back to open, and roll back what closing it did.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.SessionId],
        Idempotent = true,
        Answers =
        [
            new(200, StateSchemas.Reopen, "The session is open again."),
            Answer.InvalidPlain,
            Answer.Unauthorized,
            Answer.NotFound,
            Answer.Conflict,
        ],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var body = await context.Services.Promotions.Sessions.ReopenAsync(
            context.ForApplication,
            context.Get(IntegrationParameters.SessionId),
            static state => JsonSerializer.SerializeToUtf8Bytes(new EffectsBody(state.Effects), IntegrationJson.Api.EffectsBody),
            cancellation);
        return ApiResponse.Json(200, body);
    }
}
