namespace Talon.Promotions;

/// <summary>A stored account of points: whose it is, and since when they take part in the programme.</summary>
/// <param name="ProgramId">The programme.</param>
/// <param name="Owner">Whose points they are.</param>
/// <param name="Joined">When they joined; null while they have not.</param>
internal sealed record LoyaltyAccountRow(long ProgramId, LedgerOwner Owner, DateTimeOffset? Joined);
