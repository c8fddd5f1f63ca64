using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A code of a giveaway pool.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Code">The code. A pool may hold the same text several times.</param>
/// <param name="Created">When it was imported.</param>
/// <param name="Start">It is handed out from then on; null for at once.</param>
/// <param name="End">It is no longer handed out from then on; null for never.</param>
/// <param name="Attributes">Custom attributes; null for none.</param>
/// <param name="ImportId">The import it came with.</param>
internal sealed record GiveawayCode(long Id, string Code, DateTimeOffset Created, DateTimeOffset? Start, DateTimeOffset? End, JsonElement? Attributes, long ImportId)
{
    /// <summary>Whether it may be handed out.</summary>
    public bool IsFree(DateTimeOffset now) => !(Start > now) && !IsOver(now);

    /// <summary>The giveaway that it is once it is handed out.</summary>
    public Giveaway Handed(long pool, string recipient) => new()
    {
        Id = Id,
        Created = Created,
        Code = Code,
        PoolId = pool,
        StartDate = Start,
        EndDate = End,
        Attributes = Attributes,
        Used = true,
        ImportId = ImportId,
        ProfileIntegrationId = recipient,
    };

    /// <summary>Whether it can never be handed out any more.</summary>
    public bool IsOver(DateTimeOffset now) => End <= now;
}
