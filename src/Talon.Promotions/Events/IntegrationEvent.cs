using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>An event: built-in (<c>talon_session_closed</c> and its like) or custom.</summary>
public sealed record IntegrationEvent
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The owning Application.</summary>
    public required long ApplicationId { get; init; }

    /// <summary>The customer's integration id; "" when anonymous.</summary>
    public string ProfileId { get; init; } = "";

    /// <summary>The store's integration id.</summary>
    public string? StoreIntegrationId { get; init; }

    /// <summary>The session's integration id.</summary>
    public string? SessionId { get; init; }

    /// <summary>The integrator's id of the event; null for none.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>The closed session that it is connected to; null for none.</summary>
    public string? ConnectedSessionId { get; init; }

    /// <summary>The event type.</summary>
    public required string Type { get; init; }

    /// <summary>Attributes; a JSON object, undefined for none.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>The effects that it led to.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];
}
