namespace Talon.RuleEngine;

/// <summary>Settings of an Application that change how its campaigns are evaluated.</summary>
public sealed record ApplicationSettings
{
    /// <summary>Server-assigned id.</summary>
    public required long Id { get; init; }

    /// <summary>The calendar of schedules and budget periods.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>ISO 4217 code; decides the minor unit that amounts are rounded to.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Later campaigns see values already discounted by earlier ones.</summary>
    public bool CascadingDiscounts { get; init; }

    /// <summary>Grant what is left of a budget instead of failing the effect.</summary>
    public bool PartialDiscounts { get; init; }

    /// <summary>Split a line of quantity n into n units; on by default.</summary>
    public bool FlattenCartItems { get; init; } = true;

    /// <summary>Scope when setDiscount gives none.</summary>
    public string? DefaultDiscountScope { get; init; }

    /// <summary>Scope when setDiscountPerItem gives none.</summary>
    public string? DefaultItemDiscountScope { get; init; }

    /// <summary>Custom attributes of the Application.</summary>
    public IReadOnlyDictionary<string, Value> Attributes { get; init; } = new Dictionary<string, Value>();
}
