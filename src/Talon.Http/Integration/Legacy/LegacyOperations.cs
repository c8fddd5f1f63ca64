using Talon.Promotions;

namespace Talon.Http;

/// <summary>The calls of the first version of the API that SDK 4.3.0 makes besides those of the second.</summary>
internal static class LegacyOperations
{
    private static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Evaluate this payload alone and store nothing.");

    private static readonly IReadOnlyList<Answer> Answers =
    [
        new(200, LegacySchemas.IntegrationState, "The rules were run, and everything stored unless the request was dry."),
        Answer.Invalid,
        Answer.Unauthorized,
        Answer.Conflict,
    ];

    public static readonly IReadOnlyList<Operation> All =
    [
        new()
        {
            OperationId = "updateCustomerSession",
            Method = "PUT",
            Path = "/v1/customer_sessions/{customerSessionId}",
            Summary = "Create or update a customer session, as older SDKs do.",
            Authentication = Authentication.IntegrationKey,
            AllowsStaging = static context => context.Get(Dry),
            Parameters = [IntegrationParameters.SessionId, Dry],
            Request = LegacySchemas.NewCustomerSession,
            Answers = Answers,
            Handle = UpdateSessionAsync,
        },
        new()
        {
            OperationId = "updateCustomerProfile",
            Method = "PUT",
            Path = "/v1/customer_profiles/{integrationId}",
            Summary = "Create or update a customer profile and run the rules, as older SDKs do.",
            Authentication = Authentication.IntegrationKey,
            Parameters = [IntegrationParameters.CustomerId, Dry],
            Request = LegacySchemas.NewCustomerProfile,
            Answers = Answers,
            Handle = UpdateProfileAsync,
        },
        new()
        {
            OperationId = "trackEvent",
            Method = "POST",
            Path = "/v1/events",
            Summary = "Track a custom event of a session, as older SDKs do.",
            Authentication = Authentication.IntegrationKey,
            Parameters = [Dry],
            Request = LegacySchemas.NewEvent,
            Answers = [.. Answers, Answer.NotFound],
            Handle = TrackEventAsync,
        },
    ];

    private static async Task<ApiResponse> UpdateSessionAsync(OperationContext context, CancellationToken cancellation)
    {
        var body = context.Body;
        var update = SessionReader.ReadSession(body, context.Get(IntegrationParameters.SessionId)) with
        {
            CouponCodes = body.Text("coupon") switch { null => null, "" => [], var code => [code] },
            ReferralCode = body.Text("referral"),
            Dry = context.Get(Dry),
            Include = LegacyStateBody.Include,
            Pointer = "",
        };
        return ApiResponse.Json(200, await context.Services.Promotions.Sessions.UpdateAsync(context.ForApplication, update, state => LegacyStateBody.Render(context, state), cancellation));
    }

    private static async Task<ApiResponse> UpdateProfileAsync(OperationContext context, CancellationToken cancellation)
    {
        var update = new ProfileUpdate
        {
            IntegrationId = context.Get(IntegrationParameters.CustomerId),
            Attributes = context.Body.Member("attributes"),
            RunRuleEngine = true,
            Dry = context.Get(Dry),
            Include = LegacyStateBody.Include & ~ResponseContent.CustomerSession,
        };
        return ApiResponse.Json(200, await context.Services.Promotions.Profiles.UpdateAsync(context.ForApplication, update, state => LegacyStateBody.Render(context, state), cancellation));
    }

    private static async Task<ApiResponse> TrackEventAsync(OperationContext context, CancellationToken cancellation)
    {
        var body = context.Body;
        var (session, _) = await context.Services.Promotions.Sessions.GetAsync(context.ForApplication, body.GetProperty("sessionId").GetString()!, cancellation);
        var update = new EventUpdate
        {
            Type = body.GetProperty("type").GetString()!,
            ProfileId = body.Text("profileId") ?? session.ProfileId,
            SessionId = session.IntegrationId,
            StoreIntegrationId = body.Text("storeIntegrationId"),
            Attributes = body.Member("attributes"),
            Dry = context.Get(Dry),
            Include = LegacyStateBody.Include & ~ResponseContent.CustomerSession,
        };
        return ApiResponse.Json(200, await context.Services.Promotions.Events.TrackAsync(context.ForApplication, update, state => LegacyStateBody.Render(context, state, session), cancellation));
    }
}
