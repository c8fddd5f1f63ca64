using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The points that an effect of a closed session granted.</summary>
/// <param name="Effect">Names the effect.</param>
/// <param name="ProgramId">The programme.</param>
/// <param name="Subledger">The subledger.</param>
/// <param name="Owner">Whose points they are.</param>
/// <param name="Shares">The points: those of this closing, and those that an earlier closing granted and reopening left.</param>
internal sealed record PointsGrant(EffectKey Effect, long ProgramId, string Subledger, LedgerOwner Owner, IReadOnlyList<PointsShare> Shares);

/// <summary>Points of one transaction.</summary>
/// <param name="Granted">The transaction as it was booked.</param>
/// <param name="Points">How many of its points are meant.</param>
internal sealed record PointsShare(Lot Granted, decimal Points);
