namespace Talon.Promotions;

/// <summary>A sequence of ids. Each kind of entity has its own.</summary>
/// <param name="Name">The name of its counter.</param>
/// <param name="Block">How many ids an instance takes at a time; what it does not use is lost when it stops.</param>
/// <param name="First">The first id given out.</param>
public sealed record IdKind(string Name, int Block = 10, long First = 1);
