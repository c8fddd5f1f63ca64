namespace Talon.Promotions;

/// <summary>The first line of a change row.</summary>
/// <param name="Id">The id of the change set: who finds it knows its own.</param>
/// <param name="At">When it was made.</param>
/// <param name="Pages">How many rows hold the changes; 0 when they follow this line.</param>
internal sealed record ChangeHeader(string Id, DateTimeOffset At, int Pages);
