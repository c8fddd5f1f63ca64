namespace Talon.Promotions;

/// <summary>Codes in a row: on a shelf, or in a pack behind it.</summary>
/// <param name="Codes">The codes, in the order in which they are handed out.</param>
internal sealed record GiveawayPack(IReadOnlyList<GiveawayCode> Codes);
