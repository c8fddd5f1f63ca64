namespace Talon.Promotions;

/// <summary>Leads to an outbox row that was set aside.</summary>
/// <param name="Owner">The partition of the session or profile.</param>
/// <param name="Key">The outbox row.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Target">The partition that is owed.</param>
/// <param name="Parked">When it was set aside.</param>
internal sealed record ParkedRow(string Owner, string Key, string Reason, string Target, DateTimeOffset Parked);
