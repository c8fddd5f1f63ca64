using Talon.Promotions;

namespace Talon.Http;

/// <summary>A value map with the names of the API.</summary>
internal sealed record ValueMapBody(
    long Id, DateTimeOffset Created, DateTimeOffset Modified, long CreatedBy, long CampaignId, string Name, IReadOnlyDictionary<string, decimal> Entries)
{
    public static ValueMapBody From(ValueMap map) => new(map.Id, map.Created, map.Modified, map.CreatedBy, map.CampaignId, map.Name, map.Entries);
}
