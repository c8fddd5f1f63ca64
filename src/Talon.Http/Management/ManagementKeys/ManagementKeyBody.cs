using Talon.Promotions;

namespace Talon.Http;

/// <summary>A management key with the names of the API.</summary>
internal sealed record ManagementKeyBody
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset? ExpiryDate { get; init; }

    public required IReadOnlyList<KeyEndpoint> Endpoints { get; init; }

    public required IReadOnlyList<long> AllowedApplicationIds { get; init; }

    public required long CreatedBy { get; init; }

    public long AccountID { get; init; } = ManagementFields.AccountId;

    public required DateTimeOffset Created { get; init; }

    public required bool Disabled { get; init; }

    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>The whole key; only in the answer that makes it.</summary>
    public string? Key { get; init; }

    public static ManagementKeyBody From(ManagementKey key) => From(key, null);

    public static ManagementKeyBody From(ManagementKey key, string? secret) => new()
    {
        Id = key.Id,
        Name = key.Name,
        ExpiryDate = key.ExpiryDate,
        Endpoints = key.Endpoints ?? [],
        AllowedApplicationIds = key.AllowedApplicationIds,
        CreatedBy = key.CreatedBy,
        Created = key.Created,
        Disabled = key.Disabled,
        Key = secret,
    };
}
