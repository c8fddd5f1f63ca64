using Talon.Promotions;

namespace Talon.Http;

/// <summary>The lowest price that an item had before, with the names of the API.</summary>
internal sealed record PriorPriceBody(
    long Id,
    string Sku,
    DateTimeOffset ObservedAt,
    string ContextId,
    IReadOnlyList<string> ContextIds,
    decimal Price,
    PriorPriceMetadataBody Metadata,
    PriorPriceTargetBody Target)
{
    public static PriorPriceBody From(BestPriorPrice price) => new(
        price.Id,
        price.Sku,
        price.ObservedAt,
        "",
        price.Adjustment?.ContextId is { } occasion ? [occasion] : [],
        price.Price,
        new([], price.Adjustment is { } adjustment ? new(adjustment.ReferenceId, adjustment.PriceType, price.Price) : null),
        new("NONE"));
}

/// <summary>What made a price.</summary>
internal sealed record PriorPriceMetadataBody(IReadOnlyList<long> InfluencingCampaignDetails, PriorPriceAdjustmentBody? AdjustmentDetails);

/// <summary>The adjustment that made a price.</summary>
internal sealed record PriorPriceAdjustmentBody(string ReferenceId, string SelectedPriceType, decimal Value);

/// <summary>Whom a price was for.</summary>
internal sealed record PriorPriceTargetBody(string Type);
