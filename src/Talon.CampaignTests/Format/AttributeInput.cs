using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>A custom attribute.</summary>
/// <param name="Entity">What carries it, such as <c>CartItem</c>.</param>
/// <param name="Name">The API name.</param>
/// <param name="Type">The type as the API names it, such as <c>number</c> or <c>(list string)</c>.</param>
/// <param name="EventType">For events, the event type.</param>
public sealed record AttributeInput(AttributeEntity Entity, string Name, string Type, string? EventType = null);
