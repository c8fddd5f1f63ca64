using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Tells what is used of the budgets of campaigns.</summary>
public sealed class BudgetService
{
    private readonly LimitLedger _limits;

    internal BudgetService(LimitLedger limits) => _limits = limits;

    /// <summary>The budgets that count for a campaign as a whole. One that counts by customer, coupon or the like has no single counter.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="zone">The Application's time zone, by whose calendar periods begin.</param>
    /// <param name="now">A moment in the period that is meant.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<CampaignBudget>> ReadAsync(Campaign campaign, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellation) =>
        await Task.WhenAll(campaign.Limits.Where(limit => limit.Entities.Count == 0 && limit.Id is not null).Select(async limit =>
        {
            var period = LimitCalendar.PeriodOf(limit.ToDefinition().Period, now, zone);
            var key = new LimitKey(LimitOwner.Campaign, campaign.Id, limit.Id!.Value.ToString(CultureInfo.InvariantCulture), Period: period);
            var counter = await _limits.ReadAsync(LimitPlace.OfBudget(key), cancellation);
            return new CampaignBudget(limit.Action, limit.Limit, Amounts.Normalise(counter.Used));
        }));
}

/// <summary>A budget and what is used of it, with the names of the API.</summary>
/// <param name="Action">The limited action.</param>
/// <param name="Limit">The ceiling.</param>
/// <param name="Counter">What is used, in the current period where it has one.</param>
public sealed record CampaignBudget(string Action, decimal Limit, decimal Counter);
