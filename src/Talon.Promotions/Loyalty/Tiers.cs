using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Which tier of a programme somebody holds.</summary>
/// <remarks>Points lead upward at once; downward leads only the end of a tier, when there are too few points to stay.</remarks>
internal sealed class Tiers(LoyaltyProgram program)
{
    /// <summary>The tier of a ledger at its moment: raised by its points, or lowered by time.</summary>
    /// <remarks>
    /// What the clock did since the tier was last reckoned is gone through in the order in which it happened, so that it does not
    /// matter when somebody looks: points raise the tier when they become active, and those that are there when a tier ends decide.
    /// </remarks>
    public HeldTier? Now(Ledger ledger, DateTimeOffset? joined, DateTimeOffset now)
    {
        var row = ledger.Opened;
        var held = row.Tier is { } reached && Find(reached.TierId) is not null ? reached : null;
        var after = row.Reckoned ?? row.LastAdded;
        var active = new ActivePoints(row, held?.Until < after ? held.Until.Value : after, now);
        foreach (var moment in active.MomentsAfter(after))
            held = Raise(Lower(held, active, joined, moment), active.At(moment), joined, moment);
        return Raise(Lower(held, active, joined, now), ledger.Balance.Active, joined, now);
    }

    /// <summary>The tier held once there are so many active points: the one that they reach, if that is higher.</summary>
    public HeldTier? Raise(HeldTier? held, decimal active, DateTimeOffset? joined, DateTimeOffset now) =>
        Of(active) is { } tier && (held is null || tier.MinPoints > Find(held.TierId)!.MinPoints) ? Hold(tier, now, joined) : held;

    /// <summary>When a tier reached now expires; null for never.</summary>
    public DateTimeOffset? End(string tier, DateTimeOffset? joined, DateTimeOffset now) => program.Tiers.Any(other => other.Name == tier) ? End(now, joined) : null;

    /// <summary>The tier of an id; null when the programme has none.</summary>
    public LoyaltyTier? Find(long id) => program.Tiers.FirstOrDefault(tier => tier.Id == id);

    /// <summary>The tier above the one held; null at the top.</summary>
    public LoyaltyTier? Next(HeldTier? held)
    {
        var above = held is null ? -1 : Find(held.TierId)!.MinPoints;
        return program.Tiers.Where(tier => tier.MinPoints > above).MinBy(tier => tier.MinPoints);
    }

    /// <summary>The tier held at a moment, once those that ended until then led to others.</summary>
    private HeldTier? Lower(HeldTier? held, ActivePoints active, DateTimeOffset? joined, DateTimeOffset now)
    {
        while (held is { Until: { } end } && end <= now)
        {
            var tier = Below(held, active.At(end));
            var unchanged = active.MomentsAfter(end).Where(moment => moment <= now).Select(moment => moment.AddTicks(-1)).FirstOrDefault(now);
            var since = tier?.Id == held.TierId ? LastEnd(end, joined, unchanged) : end;
            held = tier is null ? null : Hold(tier, since, joined);
        }

        return held;
    }

    private LoyaltyTier? Of(decimal active) => program.Tiers.Where(tier => tier.MinPoints <= active).MaxBy(tier => tier.MinPoints);

    private LoyaltyTier? Below(HeldTier held, decimal active)
    {
        if (program.TiersDowngradePolicy != TiersDowngradePolicy.OneDown)
            return Of(active);
        var tier = Find(held.TierId)!;
        return active >= tier.MinPoints ? tier : program.Tiers.Where(other => other.MinPoints < tier.MinPoints).MaxBy(other => other.MinPoints);
    }

    private HeldTier Hold(LoyaltyTier tier, DateTimeOffset since, DateTimeOffset? joined) => new(tier.Id, since, End(since, joined));

    private DateTimeOffset? End(DateTimeOffset since, DateTimeOffset? joined)
    {
        if (program.TiersExpireIn is not { } text || Duration.Parse(text) is not { Amount: > 0 } life)
            return null;
        return program.TiersExpirationPolicy switch
        {
            TiersExpirationPolicy.TierStartDate => life.After(since, program.Zone()),
            TiersExpirationPolicy.ProgramJoinDate => CycleEnd(joined ?? since, life, since),
            TiersExpirationPolicy.AbsoluteExpiration => CycleEnd(program.TierCycleStartDate ?? program.Created, life, since),
            _ => null,
        };
    }

    /// <summary>The last time, up to a moment, at which a tier that is kept ends, given one such time.</summary>
    private DateTimeOffset LastEnd(DateTimeOffset end, DateTimeOffset? joined, DateTimeOffset until)
    {
        if (Duration.Parse(program.TiersExpireIn!) is { IsFixed: true } life)
            return LastOf(end, life, until);
        while (End(end, joined) is { } next && next <= until)
            end = next;
        return end;
    }

    /// <summary>The last end, up to a moment, of cycles that are equally long.</summary>
    private DateTimeOffset LastOf(DateTimeOffset start, Duration life, DateTimeOffset until)
    {
        var length = (life.After(start, program.Zone()) - start).Ticks;
        return until <= start || length <= 0 ? start : start.AddTicks((until - start).Ticks / length * length);
    }

    private DateTimeOffset CycleEnd(DateTimeOffset start, Duration life, DateTimeOffset since)
    {
        var end = life.IsFixed ? LastOf(start, life, since) : start;
        while (end <= since)
        {
            var next = life.After(end, program.Zone());
            if (next <= end)
                return DateTimeOffset.MaxValue;
            end = next;
        }

        return end;
    }
}
