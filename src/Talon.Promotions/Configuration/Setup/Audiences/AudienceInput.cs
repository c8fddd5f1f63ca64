namespace Talon.Promotions;

/// <summary>What a caller says of an audience. Meanings as in <see cref="Audience"/>; null was not said.</summary>
public sealed record AudienceInput
{
    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? Sandbox { get; init; }

    /// <summary>The Applications where it exists; empty for all.</summary>
    public IReadOnlyList<long>? SubscribedApplicationsIds { get; init; }

    /// <summary>The platform that it comes from.</summary>
    public string? Integration { get; init; }

    /// <summary>Its id on that platform.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? CreatedIn3rdParty { get; init; }

    /// <summary>When its members changed last.</summary>
    public DateTimeOffset? LastUpdate { get; init; }
}
