using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on giveaway pools.</summary>
internal static class GiveawayPoolOperations
{
    private const string Path = "/v1/giveaways/pools";
    private const string One = Path + "/{poolId}";
    private const int LargestFile = 64 * 1024 * 1024;
    private static readonly Parameter<long> PoolId = Parameters.PathInteger("poolId", "The pool's id.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createGiveawaysPool", Path, "Create a giveaway pool.", [], GiveawayPoolSchemas.New, GiveawayPoolSchemas.Pool, CreateAsync),
        Manage.Read("getGiveawaysPools", Path, "List the giveaway pools.", ManagementParameters.List, Page.Counted("GiveawaysPools", GiveawayPoolSchemas.Pool), List),
        Manage.Read("getGiveawaysPool", One, "Read a giveaway pool.", [PoolId], GiveawayPoolSchemas.Pool, Get),
        Manage.Update("updateGiveawaysPool", One, "Replace a giveaway pool; its codes stay.", [PoolId], GiveawayPoolSchemas.New, GiveawayPoolSchemas.Pool, UpdateAsync),
        Manage.Write(
            "POST", "importPoolGiveaways", One + "/import",
            "Add codes to a pool, from a CSV file with the columns code, startdate, enddate and attributes.", [PoolId], null,
            new(200, CollectionSchemas.Import, "The codes were added."), ImportAsync)
            with { TakesFile = true, MaxBody = LargestFile, Idempotent = true },
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.GiveawayPools.CreateAsync(context.Input(ManagementInputJson.Api.GiveawayPoolInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.GiveawayPools.UpdateAsync(context.Get(PoolId), context.Input(ManagementInputJson.Api.GiveawayPoolInput), context.Caller.Actor, cancellation));

    private static ApiResponse Get(OperationContext context, Configuration configuration) => Answer(200, configuration.RequireGiveawayPool(context.Get(PoolId)));

    private static ApiResponse List(OperationContext context, Configuration configuration) =>
        Page.Counted(context, configuration.GiveawayPools, pool => new(pool.Created, pool.Name), GiveawayPoolBody.From, ManagementJson.Api.GiveawayPoolBody);

    private static async Task<ApiResponse> ImportAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var pool = configuration.RequireGiveawayPool(context.Get(PoolId));
        using var text = context.File!.OpenText();
        var codes = GiveawayFile.Read(text, configuration.AccountAttributes(), UploadedFile.Field);
        var (import, added) = await context.Services.Promotions.Giveaways.ImportAsync(pool.Id, codes, context.Idempotency, context.Now, cancellation);
        return ApiResponse.Json(200, ImportBody.Of("Giveaway", import, added, context), ManagementJson.Api.ImportBody);
    }

    private static ApiResponse Answer(int status, GiveawayPool pool) => ApiResponse.Json(status, GiveawayPoolBody.From(pool), ManagementJson.Api.GiveawayPoolBody);
}
