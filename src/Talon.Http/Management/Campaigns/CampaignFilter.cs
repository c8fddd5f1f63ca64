using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Which campaigns a list is to hold.</summary>
internal static class CampaignFilter
{
    private static readonly Parameter<string?> State = Http.Parameters.Choice("campaignState", "Only campaigns in this state.", ["enabled", "disabled", "archived", "scheduled", "running", "expired", "staged"]);
    private static readonly Parameter<string?> Name = Http.Parameters.Text("name", "Only campaigns with this text in their name, whatever its case.");
    private static readonly Parameter<IReadOnlyList<string>?> Tags = Http.Parameters.TextList("tags", "Only campaigns with one of these labels, whatever their case.");
    private static readonly Parameter<long?> StoreId = Http.Parameters.Integer("storeId", "Only campaigns linked to this store.");
    private static readonly Parameter<long?> GroupId = Http.Parameters.Integer("campaignGroupId", "Only campaigns of this access group.");

    private static readonly Parameter<long?> TemplateId = Http.Parameters.Integer("templateId", "Only campaigns that were made from this template: none, since there are no templates.");

    private static readonly (Parameter<DateTimeOffset?> Bound, Func<Campaign, DateTimeOffset?> Time, bool After)[] Bounds =
    [
        (Http.Parameters.Time("createdBefore", "Only campaigns created before this."), campaign => campaign.Created, false),
        (Http.Parameters.Time("createdAfter", "Only campaigns created after this."), campaign => campaign.Created, true),
        (Http.Parameters.Time("startBefore", "Only campaigns that start before this."), campaign => campaign.StartTime, false),
        (Http.Parameters.Time("startAfter", "Only campaigns that start after this."), campaign => campaign.StartTime, true),
        (Http.Parameters.Time("endBefore", "Only campaigns that end before this."), campaign => campaign.EndTime, false),
        (Http.Parameters.Time("endAfter", "Only campaigns that end after this."), campaign => campaign.EndTime, true),
    ];

    public static readonly IReadOnlyList<Parameter> Parameters = [State, Name, Tags, StoreId, GroupId, TemplateId, .. Bounds.Select(bound => bound.Bound)];

    /// <summary>Only the state, for lists of what campaigns have.</summary>
    public static Parameter<string?> StateParameter => State;

    /// <summary>Whether a campaign is in the state asked for.</summary>
    public static bool AdmitsState(OperationContext context, Campaign campaign) => context.Get(State) is not { } state || IsIn(state, campaign, context.Now);

    public static bool Admits(OperationContext context, Campaign campaign) =>
        AdmitsState(context, campaign)
        && (context.Get(Name) is not { } name || campaign.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
        && (context.Get(Tags) is not { } tags || tags.Any(tag => campaign.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)))
        && (context.Get(StoreId) is not { } store || campaign.LinkedStoreIds.Contains(store))
        && (context.Get(GroupId) is not { } group || campaign.CampaignGroups?.Contains(group) == true)
        && context.Get(TemplateId) is null
        && Bounds.All(bound => context.Get(bound.Bound) is not { } time || (bound.After ? bound.Time(campaign) > time : bound.Time(campaign) < time));

    /// <summary>Whether a campaign has attributes with these very values.</summary>
    public static bool Has(Campaign campaign, JsonElement attributes) => attributes.EnumerateObject().All(wanted =>
        campaign.Attributes is { } own && own.TryGetProperty(wanted.Name, out var value) && JsonElement.DeepEquals(value, wanted.Value));

    private static bool IsIn(string state, Campaign campaign, DateTimeOffset now) => state == "enabled"
        ? campaign.State == CampaignState.Enabled
        : CampaignBody.From(campaign, now).FrontendState == state;
}
