namespace Talon.Promotions;

/// <summary>Work that was set aside after it failed again and again: something owed, or a message.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Target">What is owed, or the queue of the message.</param>
/// <param name="Parked">When it was set aside; null when nobody noted it.</param>
/// <param name="Message">The message; null for something owed.</param>
public sealed record ParkedWork(string Id, string Reason, string Target, DateTimeOffset? Parked, string? Message = null);
