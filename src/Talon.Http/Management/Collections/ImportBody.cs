using Talon.Promotions;

namespace Talon.Http;

/// <summary>What an import did, with the names of the API.</summary>
/// <param name="Id">Identifies it; the id of what it filled.</param>
/// <param name="Created">When it was made.</param>
/// <param name="AccountId">The owning account.</param>
/// <param name="UserId">Who made it.</param>
/// <param name="Entity">What was imported.</param>
/// <param name="Amount">How many.</param>
internal sealed record ImportBody(long Id, DateTimeOffset Created, long AccountId, long UserId, string Entity, int Amount)
{
    public static ImportBody Of(Collection collection, int amount, OperationContext context) => Of("Collection", collection.Id, amount, context);

    public static ImportBody Of(string entity, long id, int amount, OperationContext context) =>
        new(id, context.Now, ManagementFields.AccountId, context.Caller.Actor.Id, entity, amount);
}
