namespace Talon.Storage;

/// <summary>A delivered message.</summary>
/// <param name="Queue">The queue it came from.</param>
/// <param name="Id">Identifies the message over all its deliveries.</param>
/// <param name="Receipt">Identifies this delivery; void after the next one, or when the message is released.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Delivery">1 at the first delivery.</param>
public sealed record QueueMessage(string Queue, string Id, string Receipt, string Body, int Delivery);
