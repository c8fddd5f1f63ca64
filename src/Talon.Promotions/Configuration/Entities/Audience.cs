namespace Talon.Promotions;

/// <summary>An audience: customers that rules may ask for. Who is in it stands with the customers.</summary>
public sealed record Audience : IEntity
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>When it came into being.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Display name; rules may use it where it is unique.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? Sandbox { get; init; }

    /// <summary>The Applications where it exists; empty for all.</summary>
    public IReadOnlyList<long> SubscribedApplicationsIds { get; init; } = [];

    /// <summary>The platform that it comes from.</summary>
    public string? Integration { get; init; }

    /// <summary>Its id on that platform, unique there.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? CreatedIn3rdParty { get; init; }

    /// <summary>When its members changed last, as far as the caller said or it was emptied.</summary>
    public DateTimeOffset? LastUpdate { get; init; }

    /// <summary>Raised when it is emptied: memberships of an earlier generation no longer count.</summary>
    public long Generation { get; init; }

    /// <summary>Whether it exists in an Application.</summary>
    public bool IsVisibleTo(long applicationId) => Subscription.Includes(SubscribedApplicationsIds, applicationId);
}
