using Talon.Promotions;

namespace Talon.Http;

/// <summary>A giveaway pool with the names of the API.</summary>
internal sealed record GiveawayPoolBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<long> SubscribedApplicationsIds { get; init; }

    public required bool Sandbox { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public long? ModifiedBy { get; init; }

    public required long CreatedBy { get; init; }

    public static GiveawayPoolBody From(GiveawayPool pool) => new()
    {
        Id = pool.Id,
        Created = pool.Created,
        Name = pool.Name,
        Description = pool.Description,
        SubscribedApplicationsIds = pool.SubscribedApplicationsIds,
        Sandbox = pool.Sandbox,
        Modified = pool.Modified,
        ModifiedBy = pool.ModifiedBy,
        CreatedBy = pool.CreatedBy,
    };
}
