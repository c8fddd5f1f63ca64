namespace Talon.Promotions;

/// <summary>Names an attempt.</summary>
/// <param name="Owner">The partition of the session or profile.</param>
/// <param name="Id">Unique in that partition.</param>
internal sealed record AttemptReference(string Owner, string Id);
