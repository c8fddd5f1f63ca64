using Talon.Promotions;

namespace Talon.Http;

/// <summary>Logging in and out of the Management API.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class ManagementSessionOperations
{
    private const string Path = "/v1/sessions";

    private static readonly ObjectSchema Login = new("LoginParams", "A login.")
    {
        Properties =
        [
            Property.Required("email", "The address.", new StringSchema { MinLength = 1, MaxLength = 320 }, "admin@example.com"),
            Property.Required("password", "The password.", new StringSchema { MinLength = 1, MaxLength = 1000 }, "correct horse battery staple"),
        ],
    };

    private static readonly ObjectSchema Session = new("Session", "A login that lasts for 90 days, or until it ends.")
    {
        Properties =
        [
            Property.Required("userId", "Who logged in.", Fields.Id, 1),
            Property.Required("token", "What to send as Authorization: Bearer; it is shown this once.", StringSchema.Text, "k3f9x2a1bc.f45f90d21dcd9bac965c45e547e9754a3196891d"),
            Property.Required("created", "When.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
        ],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        new()
        {
            OperationId = "createSession",
            Method = "POST",
            Path = Path,
            Summary = "Log in; the token is accepted in the place of a management key.",
            Authentication = Authentication.None,
            Rehearses = false,
            Request = Login,
            Answers =
            [
                new(201, Session, "The session."),
                Answer.Invalid,
                Answer.Unauthorized,
                Answer.Forbidden,
                new(429, ErrorSchemas.ErrorWithStatus, "Too many logins failed, or are under way."),
            ],
            Handle = CreateAsync,
        },
        Manage.Delete("destroySession", Path, "Log out.", [], DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation)
    {
        var made = await context.Services.Account.Sessions.CreateAsync(context.Body.Text("email")!, context.Body.Text("password")!, cancellation);
        return ApiResponse.Json(201, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("userId"u8, made.Key.UserId);
            writer.WriteString("token"u8, made.Secret);
            writer.WriteString("created"u8, Rfc3339.Format(made.Key.Created));
            writer.WriteEndObject();
        });
    }

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) => context.Caller.SessionId is { } session
        ? context.Services.Account.Sessions.DeleteAsync(session, cancellation)
        : throw new NotFoundException("The request came with a key, not with a session");
}
