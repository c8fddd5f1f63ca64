namespace Talon.Promotions;

/// <summary>The key is missing, malformed, unknown, expired, or of the wrong kind (401).</summary>
public sealed class UnauthorizedException(string message = "The API key is missing, unknown or expired")
    : RefusalException(message, []);
