namespace Talon.Promotions;

/// <summary>Codes in a row: on a shelf, or in a pack behind it.</summary>
/// <param name="Codes">The codes, in the order in which they are handed out.</param>
/// <param name="Claimed">For a shelf, when the last attempt began that claimed one; null when none did.</param>
internal sealed record GiveawayPack(IReadOnlyList<GiveawayCode> Codes, DateTimeOffset? Claimed = null);
