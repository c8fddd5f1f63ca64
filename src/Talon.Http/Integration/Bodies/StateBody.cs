using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>What a call led to, with the names of the API. Optional members are null unless asked for.</summary>
internal sealed record StateBody
{
    public required IReadOnlyList<Effect> Effects { get; init; }

    public required IReadOnlyList<Coupon> CreatedCoupons { get; init; }

    public required IReadOnlyList<Referral> CreatedReferrals { get; init; }

    public CustomerSession? CustomerSession { get; init; }

    public CustomerProfile? CustomerProfile { get; init; }

    public IReadOnlyList<IntegrationCoupon>? Coupons { get; init; }

    public InventoryReferral? Referral { get; init; }

    public Loyalty? Loyalty { get; init; }

    public EventBody? Event { get; init; }

    public EventBody? AdvancedEvent { get; init; }

    public IReadOnlyList<RuleFailureBody>? RuleFailureReasons { get; init; }

    public IReadOnlyList<CampaignBody>? TriggeredCampaigns { get; init; }

    public IReadOnlyList<EligibilityBody>? CampaignEligibility { get; init; }

    public IReadOnlyList<Giveaway>? AwardedGiveaways { get; init; }

    public IReadOnlyList<CustomerAchievementBody>? Achievements { get; init; }

    public Return? Return { get; init; }

    public IReadOnlyList<Return>? PreviousReturns { get; init; }

    /// <summary>The answer's bytes.</summary>
    public static byte[] Render(OperationContext context, IntegrationState state, ResponseContent include) =>
        JsonSerializer.SerializeToUtf8Bytes(From(context, state, include), IntegrationJson.Api.StateBody);

    /// <summary>The bytes of the answer to an advanced event.</summary>
    public static byte[] RenderAdvanced(OperationContext context, IntegrationState state, ResponseContent include)
    {
        var body = From(context, state, include);
        return JsonSerializer.SerializeToUtf8Bytes(body with { Event = null, AdvancedEvent = body.Event }, IntegrationJson.Api.StateBody);
    }

    private static StateBody From(OperationContext context, IntegrationState state, ResponseContent include) => new()
    {
        Effects = state.Effects,
        CreatedCoupons = state.CreatedCoupons,
        CreatedReferrals = state.CreatedReferrals,
        CustomerSession = state.CustomerSession,
        CustomerProfile = state.CustomerProfile,
        Coupons = state.Coupons,
        Referral = state.Referral,
        Loyalty = state.Loyalty,
        Event = state.Event is { } happened ? EventBody.From(happened) : null,
        RuleFailureReasons = Map(state.RuleFailureReasons, RuleFailureBody.From),
        TriggeredCampaigns = MapCampaigns(context, state.TriggeredCampaigns, static id => id, (_, campaign) => CampaignBody.From(campaign, context.Now) with { EvaluationGroupId = null, EvaluationPosition = null }),
        CampaignEligibility = MapCampaigns(context, state.CampaignEligibility, static verdict => verdict.CampaignId, EligibilityBody.From),
        AwardedGiveaways = include.HasFlag(ResponseContent.AwardedGiveaways) ? state.AwardedGiveaways ?? [] : null,
        Achievements = include.HasFlag(ResponseContent.Achievements) ? [.. (state.Achievements ?? []).Select(CustomerAchievementBody.From)] : null,
        Return = state.Return,
        PreviousReturns = include.HasFlag(ResponseContent.PreviousReturns) ? state.PreviousReturns ?? [] : null,
    };

    private static IReadOnlyList<TBody>? Map<T, TBody>(IReadOnlyList<T>? values, Func<T, TBody> map) =>
        values is null ? null : [.. values.Select(map)];

    // The evaluation read the configuration before; a campaign deleted since is left out.
    private static IReadOnlyList<TBody>? MapCampaigns<T, TBody>(
        OperationContext context, IReadOnlyList<T>? values, Func<T, long> id, Func<T, Campaign, TBody> map)
    {
        if (values is null)
            return null;
        var campaigns = context.Services.Account.Configurations.Current.For(context.Caller.ApplicationId).Campaigns;
        return [.. values.Where(value => campaigns.ContainsKey(id(value))).Select(value => map(value, campaigns[id(value)]))];
    }
}
