using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>Settings of the Application.</summary>
public sealed record SettingsInput
{
    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Name of the time zone.</summary>
    public string Timezone { get; init; } = "UTC";

    /// <summary>Later campaigns see values already discounted.</summary>
    public bool CascadingDiscounts { get; init; }

    /// <summary>Grant what is left of a budget.</summary>
    public bool PartialDiscounts { get; init; }

    /// <summary>Split lines into units.</summary>
    public bool FlattenCartItems { get; init; } = true;

    /// <summary>Scope when setDiscount gives none.</summary>
    public string? DefaultDiscountScope { get; init; }

    /// <summary>Scope when setDiscountPerItem gives none.</summary>
    public string? DefaultItemDiscountScope { get; init; }

    /// <summary>Custom attributes of the Application.</summary>
    public JsonElement Attributes { get; init; }
}
