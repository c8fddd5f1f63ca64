using Talon.Promotions;

namespace Talon.Http;

/// <summary>Giveaway pools in files, without their codes.</summary>
internal static class GiveawayPoolPart
{
    public static readonly SetupPart Part = new SetupPart<GiveawayPool, GiveawayPoolInput, GiveawayPoolBody>(
        "giveawayPools",
        "giveaway pool",
        GiveawayPoolSchemas.New.ForFiles("SetupGiveawayPool", ["name", "sandbox"], ["subscribedApplicationsIds"], SetupSchemas.Restricted),
        () => ManagementInputJson.Api.GiveawayPoolInput,
        () => ManagementJson.Api.GiveawayPoolBody)
    {
        Subscriptions = "subscribedApplicationsIds",
        Entities = view => view.Configuration.GiveawayPools,
        Body = (pool, _) => GiveawayPoolBody.From(pool),
        CreateAsync = (run, input, cancellation) => run.Account.GiveawayPools.CreateAsync(input, run.Actor, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.GiveawayPools.UpdateAsync(id, input, run.Actor, cancellation),
    };
}
