using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on management keys. The model is published, the paths are not.</summary>
internal static class ManagementKeyOperations
{
    private const string Path = "/v1/management_keys";
    private const string One = Path + "/{managementKeyId}";
    private static readonly Parameter<long> KeyId = Parameters.PathInteger("managementKeyId", "The key's id.");

    private static readonly ObjectSchema Endpoint = new("Endpoint", "An operation that a key may call.")
    {
        Properties =
        [
            Property.Required("method", "The method.", new StringSchema { Enum = ["GET", "POST", "PUT", "DELETE"] }, "GET"),
            Property.Required("path", "The path as the description has it, with parameters in braces.", new StringSchema { MinLength = 1, MaxLength = 1000 }, "/v1/applications/{applicationId}/campaigns"),
        ],
    };

    private static readonly ObjectSchema Input = new("NewManagementKey", "A management key to be.")
    {
        Properties =
        [
            Property.Required("name", "Display name.", ManagementFields.Name, "Coupon exports"),
            Property.Optional("expiryDate", "First moment at which it is no longer accepted; never expires when left out.", StringSchema.DateTime, "2027-08-24T14:00:00Z"),
            Property.Optional("endpoints", "The operations it may call; all when there are none.", new ArraySchema(Endpoint) { MaxItems = 500 }),
            Property.Optional("allowedApplicationIds", "The Applications it may manage, and nothing outside of them; all when there are none.", new ArraySchema(Fields.Id) { MaxItems = 500 }),
            Property.Optional("disabled", "Whether it is refused for now.", new BooleanSchema { Default = false }, false),
        ],
    };

    private static readonly ObjectSchema Key = Input.With(
        "ManagementKey",
        "A management key without its secret.",
        [
            .. Fields.Entity,
            Property.Required("endpoints", "The operations it may call; all when there are none.", new ArraySchema(Endpoint)),
            Property.Required("createdBy", "Who created it.", Fields.Id, 1),
            Property.Optional("lastUsed", "When it was last used, to the hour; left out for never.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("accountID", "The owning account.", Fields.Id, 1),
        ]);

    private static readonly ObjectSchema New = Key.With(
        "CreatedManagementKey", "A management key just made.", Property.Required("key", "The key; it is shown this once.", StringSchema.Text, "k3f9x2a1bc.f45f90d21dcd9bac965c45e547e9754a3196891d"));

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createManagementKey", Path, "Make a management key; its secret is shown this once.", [], Input, New, CreateAsync),
        Manage.Read("getManagementKeys", Path, "List the management keys.", ManagementParameters.List, Page.Counted("ManagementKeys", Key), ListAsync),
        Manage.Read("getManagementKey", One, "Read a management key, without its secret.", [KeyId], Key, GetAsync),
        Manage.Update("updateManagementKey", One, "Change a management key; its secret stays.", [KeyId], Input, Key, UpdateAsync),
        Manage.Write(
            "POST", "rotateManagementKey", One + "/rotate",
            "Give a management key a new secret, shown this once; the old one is refused from now on.", [KeyId], null,
            new(200, New, "The new secret."), RotateAsync),
        Manage.Delete(
            "deleteManagementKey", One, "Revoke a management key.", [KeyId],
            (context, cancellation) => context.Services.Account.OtherManagementKeys.DeleteAsync(context.Get(KeyId), cancellation)),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.OtherManagementKeys.CreateAsync(context.Input(ManagementInputJson.Api.ManagementKeyInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> RotateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.OtherManagementKeys.RotateAsync(context.Get(KeyId), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var key = await context.Services.Account.OtherManagementKeys.UpdateAsync(context.Get(KeyId), context.Input(ManagementInputJson.Api.ManagementKeyInput), cancellation);
        return ApiResponse.Json(200, ManagementKeyBody.From(key), ManagementJson.Api.ManagementKeyBody);
    }

    private static async Task<ApiResponse> GetAsync(OperationContext context, Configuration configuration, CancellationToken cancellation) =>
        ApiResponse.Json(200, await DescribeAsync(context, configuration.RequireManagementKey(context.Get(KeyId)), cancellation), ManagementJson.Api.ManagementKeyBody);

    private static Task<ApiResponse> ListAsync(OperationContext context, Configuration configuration, CancellationToken cancellation) => Page.CountedAsync(
        context, configuration.ManagementKeys, key => new(key.Created, key.Name), key => DescribeAsync(context, key, cancellation), ManagementJson.Api.ManagementKeyBody);

    private static async Task<ManagementKeyBody> DescribeAsync(OperationContext context, ManagementKey key, CancellationToken cancellation) =>
        ManagementKeyBody.From(key) with { LastUsed = await context.Services.Promotions.KeyUses.ReadAsync(KeyUses.Of(key), cancellation) };

    private static ApiResponse Answer(int status, NewKey<ManagementKey> made) =>
        ApiResponse.Json(status, ManagementKeyBody.From(made.Key, made.Secret), ManagementJson.Api.ManagementKeyBody);
}
