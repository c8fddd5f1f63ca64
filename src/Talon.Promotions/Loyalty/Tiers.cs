using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Which tier of a programme somebody holds.</summary>
/// <remarks>Points lead upward at once; downward leads only the end of a tier, when there are too few points to stay.</remarks>
internal sealed class Tiers(LoyaltyProgram program)
{
    /// <summary>The tier of a ledger at its moment: raised by its points, or lowered by time.</summary>
    public HeldTier? Now(Ledger ledger, DateTimeOffset? joined, DateTimeOffset now)
    {
        var active = ledger.Balance.Active;
        return Raise(At(ledger.Tier, active, joined, now), active, joined, now);
    }

    /// <summary>The tier held at a moment, given the one last reached and the points then.</summary>
    public HeldTier? At(HeldTier? reached, decimal active, DateTimeOffset? joined, DateTimeOffset now)
    {
        var held = reached is not null && Find(reached.TierId) is not null ? reached : null;
        while (held?.Until <= now)
            held = Below(held, active) is { } tier ? Hold(tier, held.Until!.Value, joined) : null;
        return held;
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

    private DateTimeOffset CycleEnd(DateTimeOffset start, Duration life, DateTimeOffset since)
    {
        var end = start;
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
