namespace Talon.Storage.Azure;

/// <summary>Shards cannot be moved; the message says why, and what to do.</summary>
public sealed class ShardMoveException(string message) : Exception(message);
