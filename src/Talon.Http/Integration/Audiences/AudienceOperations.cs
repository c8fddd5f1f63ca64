using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on audiences and their members.</summary>
internal static class AudienceOperations
{
    private const string Path = "/v2/audiences";
    private const string One = Path + "/{audienceId}";
    private static readonly Parameter<long> AudienceId = Parameters.PathInteger("audienceId", "The audience's id.");

    /// <summary>All of them, in the order of the published description.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        new()
        {
            OperationId = "createAudienceV2",
            Method = "POST",
            Path = Path,
            Summary = "Create an audience without members.",
            Authentication = Authentication.IntegrationKey,
            Request = AudienceSchemas.New,
            Answers = [new(201, AudienceSchemas.Audience, "It was created."), Answer.Invalid, Answer.Unauthorized, Answer.Conflict],
            Handle = CreateAsync,
        },
        new()
        {
            OperationId = "updateAudienceV2",
            Method = "PUT",
            Path = One,
            Summary = "Rename an audience, and say where it exists.",
            Authentication = Authentication.IntegrationKey,
            Parameters = [AudienceId],
            Request = AudienceSchemas.Update,
            Answers = [new(200, AudienceSchemas.Audience, "It was changed."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
            Handle = UpdateAsync,
        },
        new()
        {
            OperationId = "deleteAudienceV2",
            Method = "DELETE",
            Path = One,
            Summary = "Delete an audience that no enabled campaign uses, with its memberships.",
            Authentication = Authentication.IntegrationKey,
            Parameters = [AudienceId],
            Answers = [new(204, null, "It is gone."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
            Handle = DeleteAsync,
        },
        new()
        {
            OperationId = "deleteAudienceMembershipsV2",
            Method = "DELETE",
            Path = One + "/memberships",
            Summary = "Take all members out of an audience.",
            Authentication = Authentication.IntegrationKey,
            Parameters = [AudienceId],
            Answers = [new(204, null, "It has no members."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
            Handle = EmptyAsync,
        },
        new()
        {
            OperationId = "updateCustomerProfileAudiences",
            Method = "POST",
            Path = "/v2/customer_audiences",
            Summary = "Let customers join and leave audiences.",
            Authentication = Authentication.IntegrationKey,
            Request = AudienceSchemas.Actions,
            Answers = [new(204, null, "The customers are where they are to be."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
            Handle = MoveAsync,
        },
        new()
        {
            OperationId = "updateAudienceCustomersAttributes",
            Method = "PUT",
            Path = "/v2/audience_customers/{audienceId}/attributes",
            Summary = "Set attributes of all members of an audience.",
            Authentication = Authentication.IntegrationKey,
            Parameters = [AudienceId],
            Request = AudienceSchemas.Attributes,
            Answers = [new(204, null, "The attributes are set, or about to be where the members are many."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
            Handle = SetAttributesAsync,
        },
    ];

    /// <summary>What a caller says of an audience.</summary>
    public static AudienceInput Read(JsonElement body) => new()
    {
        Name = body.Text("name")!,
        Description = body.Text("description"),
        Sandbox = body.Flag("sandbox"),
        SubscribedApplicationsIds = body.Integers("subscribedApplicationsIds"),
        Integration = body.Text("integration"),
        IntegrationId = body.Text("integrationId"),
        CreatedIn3rdParty = body.Flag("createdIn3rdParty"),
        LastUpdate = body.Time("lastUpdate"),
    };

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answered(201, await context.Services.Promotions.Audiences.CreateAsync(Read(context.Body), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answered(200, await context.Services.Promotions.Audiences.UpdateAsync(context.Caller.ApplicationId, context.Get(AudienceId), Read(context.Body), cancellation));

    private static async Task<ApiResponse> DeleteAsync(OperationContext context, CancellationToken cancellation)
    {
        await context.Services.Promotions.Audiences.DeleteAsync(context.Caller.ApplicationId, context.Get(AudienceId), cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> EmptyAsync(OperationContext context, CancellationToken cancellation)
    {
        await context.Services.Promotions.Audiences.EmptyAsync(context.Caller.ApplicationId, context.Get(AudienceId), cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> MoveAsync(OperationContext context, CancellationToken cancellation)
    {
        var actions = context.Body.List("data", item => new MembershipAction(item.Text("profileIntegrationId")!, item.Integer("audienceId")!.Value, item.Text("action") == "add"));
        await context.Services.Promotions.Audiences.MoveAsync(context.ForApplication, actions ?? [], cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> SetAttributesAsync(OperationContext context, CancellationToken cancellation)
    {
        await context.Services.Promotions.Audiences.SetAttributesAsync(context.Caller.ApplicationId, context.Get(AudienceId), context.Body, cancellation);
        return ApiResponse.Empty(204);
    }

    private static ApiResponse Answered(int status, Audience audience) => ApiResponse.Json(status, AudienceBody.From(audience), IntegrationJson.Api.AudienceBody);
}
