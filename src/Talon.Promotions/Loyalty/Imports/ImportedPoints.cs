namespace Talon.Promotions;

/// <summary>What was booked for a line of an import; stored along with the booking, it keeps the line from being booked again.</summary>
/// <param name="Transaction">The caller's name for the line, unique among the points of its owner.</param>
/// <param name="Points">How many points came, below zero when they went.</param>
/// <param name="Subledger">The subledger; "" for the main one.</param>
internal sealed record ImportedPoints(string Transaction, decimal Points, string Subledger);
