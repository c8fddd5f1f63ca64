namespace Talon.Http;

/// <summary>What shops do to points besides sessions: activate, wipe, join.</summary>
internal static class LoyaltyOperations
{
    private const string Program = "/v1/loyalty_programs/{loyaltyProgramId}";
    private const string Profile = Program + "/profile/{integrationId}";
    private static readonly IReadOnlyList<Parameter> OfProfile = [LoyaltyParameters.ProgramId, IntegrationParameters.CustomerId];

    public static readonly IReadOnlyList<Operation> All =
    [
        .. LoyaltyReadOperations.All,
        Post(
            "activateLoyaltyPoints", Program + "/activate_points", "Activate points that wait for it.", [LoyaltyParameters.ProgramId],
            LoyaltyInputSchemas.Activate, new(200, LoyaltySchemas.Activated, "The points that were activated."), ActivateAsync),
        Post(
            "deleteLoyaltyTransactionsFromLedgers", Profile + "/delete_transactions", "Wipe ledgers of a customer.", OfProfile,
            LoyaltyInputSchemas.Wipe, new(204, null, "They are empty."), WipeAsync),
        Post("joinLoyaltyProgram", Profile + "/join", "Let a customer join a programme.", OfProfile, null, new(200, null, "The customer takes part from now on."), JoinAsync),
        .. LoyaltyCardOperations.All,
    ];

    /// <summary>An operation that changes something.</summary>
    public static Operation Post(string operationId, string path, string summary, IReadOnlyList<Parameter> parameters, Schema? request, Answer answer, Func<OperationContext, CancellationToken, Task<ApiResponse>> handle) => new()
    {
        OperationId = operationId,
        Method = "POST",
        Path = path,
        Summary = summary,
        Authentication = Authentication.IntegrationKey,
        Parameters = parameters,
        Request = request,
        Answers = [answer, Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Handle = handle,
    };

    private static async Task<ApiResponse> ActivateAsync(OperationContext context, CancellationToken cancellation)
    {
        var loyalty = context.Services.Promotions.Loyalty;
        var program = await context.ProgramAsync(cancellation);
        var activated = context.Body.Text("sessionId") is { } session
            ? await loyalty.ActivateAsync(program, context.Caller.ApplicationId, session, context.Now, cancellation)
            : await loyalty.ActivateAsync(program, context.Body.Texts("transactionUUIDs")!, context.Now, cancellation);
        return ApiResponse.Json(200, new ActivatedBody(activated), IntegrationJson.Api.ActivatedBody);
    }

    private static async Task<ApiResponse> WipeAsync(OperationContext context, CancellationToken cancellation)
    {
        var all = context.Body.Text("scope") == "AllSubledgers";
        await context.Services.Promotions.Loyalty.WipeAsync(await context.AccountAsync(cancellation), all ? null : context.Body.Texts("subledgerIds"), context.Now, cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> JoinAsync(OperationContext context, CancellationToken cancellation)
    {
        await context.Services.Promotions.Loyalty.JoinAsync(await context.ProgramAsync(cancellation), context.Get(IntegrationParameters.CustomerId), context.Now, cancellation);
        return ApiResponse.Empty(200);
    }
}
