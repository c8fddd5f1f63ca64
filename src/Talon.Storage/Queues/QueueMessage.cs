namespace Talon.Storage;

/// <summary>A message that was sent or delivered.</summary>
/// <param name="Queue">The queue it is in.</param>
/// <param name="Id">Identifies the message over all its deliveries.</param>
/// <param name="Receipt">Identifies this delivery; void after the next one, or when the message is released.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Delivery">1 at the first delivery, 0 before it.</param>
public sealed record QueueMessage(string Queue, string Id, string Receipt, string Body, int Delivery);
