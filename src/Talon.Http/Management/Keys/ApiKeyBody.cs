using Talon.Promotions;

namespace Talon.Http;

/// <summary>An Integration API key with the names of the API.</summary>
internal sealed record ApiKeyBody
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public string? Platform { get; init; }

    public string? Type { get; init; }

    public long? TimeOffset { get; init; }

    public required long CreatedBy { get; init; }

    public long AccountID { get; init; } = ManagementFields.AccountId;

    public required long ApplicationID { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>The whole key; only in the answer that makes it.</summary>
    public string? Key { get; init; }

    public static ApiKeyBody From(ApiKey key) => From(key, null);

    public static ApiKeyBody From(ApiKey key, string? secret) => new()
    {
        Id = key.Id,
        Title = key.Title,
        Expires = key.Expires,
        Platform = key.Platform,
        Type = key.Type,
        TimeOffset = key.TimeOffset,
        CreatedBy = key.CreatedBy,
        ApplicationID = key.ApplicationId,
        Created = key.Created,
        Key = secret,
    };
}
