using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>An effect as a session keeps it: with what it took from limits, and how its value falls to the units.</summary>
internal sealed record GrantedEffect
{
    /// <summary>The effect as it was granted.</summary>
    public required Effect Effect { get; init; }

    /// <summary>What it took from limits; empty while the session is open.</summary>
    public IReadOnlyList<EffectCharge> Charges { get; init; } = [];

    /// <summary>The points that it granted; null where it granted none.</summary>
    public PointsGrant? Points { get; init; }

    /// <summary>How its value falls to the units, in the order of lines and units; null where it falls to one unit or to none.</summary>
    public IReadOnlyList<ShareRun>? Shares { get; init; }

    /// <summary>The line that the shares are of; null for all lines.</summary>
    public int? Line { get; init; }

    /// <summary>How much of its value was undone by returns.</summary>
    public decimal Undone { get; init; }

    /// <summary>The effect as it stands: with what is left of its value.</summary>
    [JsonIgnore]
    public Effect Net => Undone == 0 ? Effect : Effect with { Props = EffectValue.With(Effect.Props, EffectValue.Of(Effect.Props) - Undone) };
}

/// <summary>What an effect took from one limit.</summary>
/// <param name="Claim">Index of the limit's first claim among those that the closing confirmed.</param>
/// <param name="Amount">How much.</param>
/// <param name="Measured">Money or points, given back in proportion; otherwise a count, given back with the last of the value.</param>
internal sealed record EffectCharge(int Claim, decimal Amount, bool Measured);

/// <summary>Consecutive units with the same share of an effect's value.</summary>
/// <param name="Units">How many.</param>
/// <param name="Amount">The share of each.</param>
internal sealed record ShareRun(int Units, decimal Amount);
