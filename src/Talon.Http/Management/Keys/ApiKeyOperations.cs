using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on Integration API keys.</summary>
internal static class ApiKeyOperations
{
    private const string Path = "/v1/applications/{applicationId}/apikeys";
    private const string One = Path + "/{keyId}";
    private static readonly Parameter<long> KeyId = Parameters.PathInteger("keyId", "The key's id.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create(
            "createApplicationAPIKey", Path, "Make an Integration API key; its secret is shown this once.", [ManagementParameters.Application],
            ApiKeySchemas.Create, ApiKeySchemas.New, CreateAsync),
        Manage.Read(
            "getApplicationAPIKeys", Path, "List the Integration API keys of an Application.",
            [ManagementParameters.Application, .. ManagementParameters.List], Page.Counted("ApplicationAPIKeys", ApiKeySchemas.Key), ListAsync),
        Manage.Read("getApplicationAPIKey", One, "Read an Integration API key, without its secret.", [ManagementParameters.Application, KeyId], ApiKeySchemas.Key, GetAsync),
        Manage.Update(
            "updateApplicationAPIKey", One, "Change an Integration API key; its secret stays.", [ManagementParameters.Application, KeyId],
            ApiKeySchemas.Create, ApiKeySchemas.Key, UpdateAsync),
        Manage.Write(
            "POST", "rotateApplicationAPIKey", One + "/rotate",
            "Give an Integration API key a new secret, shown this once; the old one is refused from now on.",
            [ManagementParameters.Application, KeyId], null, new(200, ApiKeySchemas.New, "The new secret."), RotateAsync),
        Manage.Delete("deleteApplicationAPIKey", One, "Revoke an Integration API key.", [ManagementParameters.Application, KeyId], DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation)
    {
        var made = await context.Services.Account.ApiKeys.CreateAsync(
            context.Get(ManagementParameters.Application), context.Input(ManagementInputJson.Api.ApiKeyInput), context.Caller.Actor, cancellation);
        return ApiResponse.Json(201, ApiKeyBody.From(made.Key, made.Secret), ManagementJson.Api.ApiKeyBody);
    }

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var key = await context.Services.Account.ApiKeys.UpdateAsync(
            context.Get(ManagementParameters.Application), context.Get(KeyId), context.Input(ManagementInputJson.Api.ApiKeyInput), cancellation);
        return ApiResponse.Json(200, ApiKeyBody.From(key), ManagementJson.Api.ApiKeyBody);
    }

    private static async Task<ApiResponse> RotateAsync(OperationContext context, CancellationToken cancellation)
    {
        var made = await context.Services.Account.ApiKeys.RotateAsync(context.Get(ManagementParameters.Application), context.Get(KeyId), cancellation);
        return ApiResponse.Json(200, ApiKeyBody.From(made.Key, made.Secret), ManagementJson.Api.ApiKeyBody);
    }

    private static async Task<ApiResponse> GetAsync(OperationContext context, Configuration configuration, CancellationToken cancellation)
    {
        var key = configuration.RequireApiKey(context.Get(ManagementParameters.Application), context.Get(KeyId));
        return ApiResponse.Json(200, await DescribeAsync(context, key, cancellation), ManagementJson.Api.ApiKeyBody);
    }

    private static Task<ApiResponse> ListAsync(OperationContext context, Configuration configuration, CancellationToken cancellation)
    {
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        var keys = configuration.ApiKeys.Where(key => key.ApplicationId == application.Id);
        return Page.CountedAsync(context, keys, key => new(key.Created, key.Title), key => DescribeAsync(context, key, cancellation), ManagementJson.Api.ApiKeyBody);
    }

    private static async Task<ApiKeyBody> DescribeAsync(OperationContext context, ApiKey key, CancellationToken cancellation) =>
        ApiKeyBody.From(key) with { LastUsed = await context.Services.Promotions.KeyUses.ReadAsync(KeyUses.Of(key), cancellation) };

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.ApiKeys.DeleteAsync(context.Get(ManagementParameters.Application), context.Get(KeyId), cancellation);
}
