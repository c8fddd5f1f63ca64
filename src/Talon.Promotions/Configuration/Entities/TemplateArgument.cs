using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A parameter of a custom effect or a webhook.</summary>
/// <remarks>Source: TemplateArgDef of the published Management API.</remarks>
public sealed record TemplateArgument
{
    /// <summary>The type of its values.</summary>
    public required string Type { get; init; }

    /// <summary>Display name.</summary>
    public required string Title { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The name used in the payload; null to use the title.</summary>
    public string? Key { get; init; }

    /// <summary>Form settings, kept as sent.</summary>
    public JsonElement? Ui { get; init; }

    /// <summary>Kept as sent.</summary>
    public long? PicklistID { get; init; }

    /// <summary>Kept as sent.</summary>
    public bool? RestrictedByPicklist { get; init; }

    /// <summary>The name by which payload and rules know it.</summary>
    public string Name() => Key ?? Title;
}
