namespace Talon.Promotions;

/// <summary>Part of a claim that was given back.</summary>
/// <param name="Amount">How much.</param>
internal sealed record GiveBackRow(decimal Amount);
