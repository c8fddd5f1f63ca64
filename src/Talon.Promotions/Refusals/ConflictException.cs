namespace Talon.Promotions;

/// <summary>The request collides with another one, or with what is there (409).</summary>
public sealed class ConflictException(string message)
    : RefusalException(message, []);
