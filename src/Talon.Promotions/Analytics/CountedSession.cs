namespace Talon.Promotions;

/// <summary>Where a closed session is counted.</summary>
/// <param name="Hour">The hour of its closing, with the offset of the Application's time zone.</param>
/// <param name="Campaigns">The campaigns that granted something; none once the session is undone.</param>
internal sealed record CountedSession(DateTimeOffset Hour, IReadOnlyList<long> Campaigns);
