using Talon.Promotions;

namespace Talon.Http;

/// <summary>An audience with the names of the API.</summary>
internal sealed record AudienceBody
{
    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string Name { get; init; }

    public bool? Sandbox { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<long> SubscribedApplicationsIds { get; init; }

    public string? Integration { get; init; }

    public string? IntegrationId { get; init; }

    public bool? CreatedIn3rdParty { get; init; }

    public DateTimeOffset? LastUpdate { get; init; }

    public static AudienceBody From(Audience audience) => new()
    {
        Id = audience.Id,
        Created = audience.Created,
        Name = audience.Name,
        Sandbox = audience.Sandbox,
        Description = audience.Description,
        SubscribedApplicationsIds = audience.SubscribedApplicationsIds,
        Integration = audience.Integration,
        IntegrationId = audience.IntegrationId,
        CreatedIn3rdParty = audience.CreatedIn3rdParty,
        LastUpdate = audience.LastUpdate,
    };
}
