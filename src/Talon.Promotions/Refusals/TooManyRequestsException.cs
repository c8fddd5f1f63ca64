namespace Talon.Promotions;

/// <summary>There were too many of these (429).</summary>
public sealed class TooManyRequestsException(string message)
    : RefusalException(message, []);
