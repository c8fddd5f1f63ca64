namespace Talon.Promotions;

/// <summary>What the request names does not exist (404).</summary>
public sealed class NotFoundException(string message)
    : RefusalException(message, []);
