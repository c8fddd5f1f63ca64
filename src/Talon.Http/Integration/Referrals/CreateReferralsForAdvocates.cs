namespace Talon.Http;

/// <summary>Creates a referral code for each of some advocates.</summary>
internal static class CreateReferralsForAdvocates
{
    private const int LargestBody = 8 * 1024 * 1024;
    private static readonly Parameter<bool> Silent = Parameters.Silent();

    public static readonly Operation Operation = new()
    {
        OperationId = "createReferralsForMultipleAdvocates",
        Method = "POST",
        Path = "/v1/referrals_for_multiple_advocates",
        Summary = "Create a referral code for each of some advocates, whatever the budgets.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [Silent],
        Request = ReferralSchemas.NewForAdvocates,
        MaxBody = LargestBody,
        Answers =
        [
            new(201, ReferralSchemas.Created, "The referrals, with silent=no."),
            new(204, null, "The referrals were created."),
            Answer.Invalid,
            Answer.Unauthorized,
        ],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var request = ReferralInputs.New(context.Body, context.Body.Texts("advocateProfileIntegrationIds")!);
        var created = await context.Services.Referrals.CreateAsync(context.Caller.ApplicationId, request, context.Now, cancellation);
        return context.Get(Silent) ? ApiResponse.Empty(204) : IntegrationContext.Counted(created, IntegrationJson.Api.Referral, 201);
    }
}
