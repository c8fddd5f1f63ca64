using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Takes units of a closed session back.</summary>
internal static class ReturnCartItems
{
    private static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Tell what would be undone and store nothing.");
    private static readonly Parameter<bool> RunRuleEngine = Parameters.Boolean("runRuleEngine", "Evaluate what is left, for the campaigns that ask for it and had triggered at closing.");

    public static readonly Operation Operation = new()
    {
        OperationId = "returnCartItems",
        Method = "POST",
        Path = "/v2/customer_sessions/{customerSessionId}/returns",
        Summary = "Take units of a closed session back, and roll back what they were granted.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.SessionId, Dry, RunRuleEngine],
        Request = ReturnSchemas.Request,
        Idempotent = true,
        Answers =
        [
            new(200, StateSchemas.Session, "The units are back, unless the request was dry."),
            Answer.InvalidPlain,
            Answer.Unauthorized,
            Answer.NotFound,
            Answer.Conflict,
        ],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var request = new ReturnRequest
        {
            IntegrationId = context.Get(IntegrationParameters.SessionId),
            Items = context.Body.GetProperty("return").List("returnedCartItems", ReadItem) ?? [],
            RunRuleEngine = context.Get(RunRuleEngine),
            Dry = context.Get(Dry),
            Include = ResponseContents.Read(context.Body),
        };
        var body = await context.Services.Promotions.Sessions.ReturnAsync(context.ForApplication, request, state => StateBody.Render(context, state, request.Include), cancellation);
        return ApiResponse.Json(200, body);
    }

    private static ReturnedCartItem ReadItem(JsonElement item) => new((int?)item.Integer("position"), item.Text("sku"), (int?)item.Integer("quantity"));
}
