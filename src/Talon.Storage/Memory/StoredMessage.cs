namespace Talon.Storage;

/// <summary>A message as a <see cref="MemoryStore"/> holds it.</summary>
/// <param name="Queue">The queue it is in.</param>
/// <param name="Id">Identifies the message.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Visible">When it is visible, or visible again.</param>
/// <param name="Delivery">How often it was delivered.</param>
public sealed record StoredMessage(string Queue, string Id, string Body, DateTimeOffset Visible, int Delivery);
