namespace Talon.Http;

/// <summary>Creates a referral code for an advocate.</summary>
internal static class CreateReferral
{
    public static readonly Operation Operation = new()
    {
        OperationId = "createReferral",
        Method = "POST",
        Path = "/v1/referrals",
        Summary = "Create a referral code for an advocate, whatever the budgets.",
        Authentication = Authentication.IntegrationKey,
        Request = ReferralSchemas.New,
        Answers = [new(201, ReferralSchemas.Referral, "The referral was created."), Answer.InvalidPlain, Answer.Unauthorized],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var request = ReferralInputs.New(context.Body, [context.Body.Text("advocateProfileIntegrationId")!]);
        var created = await context.Services.Referrals.CreateAsync(context.Caller.ApplicationId, request, context.Now, cancellation);
        return ApiResponse.Json(201, created[0], IntegrationJson.Api.Referral);
    }
}
