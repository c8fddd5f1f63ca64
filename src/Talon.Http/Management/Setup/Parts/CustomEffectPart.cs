using Talon.Promotions;

namespace Talon.Http;

/// <summary>Custom effects in files.</summary>
internal static class CustomEffectPart
{
    public static readonly SetupPart Part = new SetupPart<CustomEffect, CustomEffectInput, CustomEffectBody>(
        "customEffects",
        "custom effect",
        CustomEffectSchemas.New.ForFiles("SetupCustomEffect", ["name", "title", "payload", "enabled"], ["applicationIds"], SetupSchemas.Restricted),
        () => ManagementInputJson.Api.CustomEffectInput,
        () => ManagementJson.Api.CustomEffectBody)
    {
        Subscriptions = "applicationIds",
        Entities = view => view.Configuration.CustomEffects,
        Body = (effect, _) => CustomEffectBody.From(effect),
        CreateAsync = (run, input, cancellation) => run.Account.CustomEffects.CreateAsync(input, run.Actor, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.CustomEffects.UpdateAsync(id, input, run.Actor, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.CustomEffects.DeleteAsync(id, cancellation),
    };
}
