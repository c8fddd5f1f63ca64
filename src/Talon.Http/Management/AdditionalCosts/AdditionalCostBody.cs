using Talon.Promotions;

namespace Talon.Http;

/// <summary>An additional cost with the names of the API.</summary>
internal sealed record AdditionalCostBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<long> SubscribedApplicationsIds { get; init; }

    public required AdditionalCostScope Type { get; init; }

    public static AdditionalCostBody From(AccountAdditionalCost cost) => new()
    {
        Id = cost.Id,
        Created = cost.Created,
        Name = cost.Name,
        Title = cost.Title,
        Description = cost.Description,
        SubscribedApplicationsIds = cost.SubscribedApplicationsIds,
        Type = cost.Type,
    };
}
