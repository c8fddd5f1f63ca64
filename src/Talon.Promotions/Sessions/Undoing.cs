using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What undoing a closed session leads to.</summary>
/// <param name="points">The points that were taken back.</param>
/// <param name="progress">The progress in achievements that is taken back.</param>
/// <param name="customer">The customer's integration id; "" when anonymous.</param>
internal sealed class Undoing(TakenPoints points, AchievementUndoing progress, string customer)
{
    /// <summary>The rollback effects.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>The effects that stay, in whole or in part.</summary>
    public List<GrantedEffect> Left { get; } = [];

    /// <summary>The points that stay.</summary>
    public List<PointsGrant> PointsLeft { get; } = [];

    /// <summary>Undoes effects.</summary>
    public Undoing Run(IEnumerable<GrantedEffect> granted)
    {
        foreach (var effect in granted)
            Undo(effect);
        return this;
    }

    private void Undo(GrantedEffect granted)
    {
        if (granted.Effect.Props is StartAchievementProgressProps or IncreaseAchievementProgressProps)
        {
            UndoProgress(granted);
            return;
        }

        var undone = granted.Points is null ? granted.Net : Taken(granted);
        if (undone is null || EffectRollback.Of(undone, customer) is not { } rollback)
            Left.Add(granted);
        else
            Effects.Add(rollback);
    }

    private void UndoProgress(GrantedEffect granted)
    {
        if (progress.Undo(granted.Effect, out var stays) is { } rollback)
            Effects.Add(rollback);
        if (stays)
            Left.Add(granted);
    }

    /// <summary>The part of an effect's points that was taken back; null for none. What was not stays.</summary>
    private Effect? Taken(GrantedEffect granted)
    {
        var taken = points.Of(granted);
        if (points.Left(granted) is { } left)
            PointsLeft.Add(left);
        if (taken == 0)
            return null;
        if (taken < EffectValue.Of(granted.Net.Props))
            Left.Add(granted with { Undone = granted.Undone + taken });
        return granted.Effect with { Props = EffectValue.With(granted.Effect.Props, taken) };
    }
}
