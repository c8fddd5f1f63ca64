using System.Globalization;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Budgets;

/// <summary>A limit of a campaign or a coupon, ready to be charged.</summary>
internal sealed class CampaignLimit(LimitDefinition definition, LimitOwner owner, long ownerId, string name)
{
    public LimitDefinition Definition { get; } = definition;

    public decimal Ceiling => Definition.Limit;

    public static CampaignLimit Of(CampaignDefinition campaign, LimitDefinition limit) =>
        new(limit, LimitOwner.Campaign, campaign.Id, limit.Id.ToString(CultureInfo.InvariantCulture));

    public static CampaignLimit Of(CouponState coupon, LimitDefinition limit) => new(limit, LimitOwner.Coupon, coupon.Id, limit.Action);

    public bool CountsBy(LimitEntity entity) => Definition.Entities.Contains(entity);

    /// <summary>Adds the counters that the limit is counted in here; gives the entity that is missing, if one is.</summary>
    public LimitEntity? Counters(Scope scope, List<LimitKey> keys)
    {
        var period = LimitCalendar.PeriodOf(Definition.Period, scope.Facts.Now, scope.Settings.TimeZone);
        if (Definition.Entities.Count == 0)
        {
            keys.Add(new(owner, ownerId, name, "", period));
            return null;
        }

        var lines = new List<string>();
        var identifiers = CountsBy(LimitEntity.Identifier) ? scope.Facts.Session?.Identifiers ?? [] : [""];
        if (identifiers.Count == 0)
            return LimitEntity.Identifier;
        foreach (var identifier in identifiers.Distinct(StringComparer.Ordinal))
        {
            lines.Clear();
            foreach (var entity in Definition.Entities)
            {
                if ((entity == LimitEntity.Identifier ? identifier : ValueOf(entity, scope)) is not { } value)
                    return entity;
                lines.Add($"{entity}={value.Replace("\\", "\\\\").Replace("\n", "\\n")}");
            }

            lines.Sort(StringComparer.Ordinal);
            keys.Add(new(owner, ownerId, name, string.Join('\n', lines), period));
        }

        return null;
    }

    private static string? ValueOf(LimitEntity entity, Scope scope) => entity switch
    {
        LimitEntity.Coupon => scope.Coupon?.Coupon?.Value,
        LimitEntity.Referral => scope.Facts.Referral?.Referral?.Code,
        LimitEntity.Profile => scope.Facts.Profile?.IntegrationId,
        LimitEntity.Store => scope.Facts.Store?.IntegrationId,
        _ => scope.Facts.Session?.IntegrationId,
    };
}
