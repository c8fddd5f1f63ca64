namespace Talon.Http;

/// <summary>Reads an advanced event.</summary>
internal static class GetAdvancedEvent
{
    private static readonly Parameter<string> IntegrationId = Parameters.PathId("integrationId", "The event's id, chosen by the integrator.");

    public static readonly Operation Operation = new()
    {
        OperationId = "getEventV3",
        Method = "GET",
        Path = "/v3/events/{integrationId}",
        Summary = "Read an event that has an id of its own.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationId],
        Answers =
        [
            new(200, EventSchemas.AdvancedEvent, "The event."),
            Answer.Invalid,
            Answer.Unauthorized,
            Answer.NotFound,
        ],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var found = await context.Services.Promotions.Events.GetAsync(context.ForApplication, context.Get(IntegrationId), cancellation);
        return ApiResponse.Json(200, EventBody.From(found), IntegrationJson.Api.EventBody);
    }
}
