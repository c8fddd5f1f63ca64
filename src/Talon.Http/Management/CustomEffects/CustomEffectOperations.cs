using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on custom effects.</summary>
internal static class CustomEffectOperations
{
    private const string Path = "/v1/custom_effects";
    private const string One = Path + "/{customEffectId}";
    private static readonly Parameter<long> EffectId = Parameters.PathInteger("customEffectId", "The custom effect's id.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createCustomEffect", Path, "Create a custom effect.", [], CustomEffectSchemas.New, CustomEffectSchemas.Effect, CreateAsync),
        Manage.Read("getCustomEffects", Path, "List the custom effects.", ManagementParameters.List, Page.Counted("CustomEffects", CustomEffectSchemas.Effect), List),
        Manage.Read("getCustomEffect", One, "Read a custom effect.", [EffectId], CustomEffectSchemas.Effect, Get),
        Manage.Update("updateCustomEffect", One, "Replace a custom effect.", [EffectId], CustomEffectSchemas.New, CustomEffectSchemas.Effect, UpdateAsync),
        Manage.Delete("deleteCustomEffect", One, "Delete a custom effect that no enabled campaign uses.", [EffectId], DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.CustomEffects.CreateAsync(context.Input(ManagementInputJson.Api.CustomEffectInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.CustomEffects.UpdateAsync(
            context.Get(EffectId), context.Input(ManagementInputJson.Api.CustomEffectInput), context.Caller.Actor, cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.CustomEffects.DeleteAsync(context.Get(EffectId), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, configuration.RequireCustomEffect(context.Get(EffectId)));

    private static ApiResponse List(OperationContext context, Configuration configuration) =>
        Page.Counted(context, configuration.CustomEffects, effect => new(effect.Created, effect.Name), CustomEffectBody.From, ManagementJson.Api.CustomEffectBody);

    private static ApiResponse Answer(int status, CustomEffect effect) =>
        ApiResponse.Json(status, CustomEffectBody.From(effect), ManagementJson.Api.CustomEffectBody);
}
