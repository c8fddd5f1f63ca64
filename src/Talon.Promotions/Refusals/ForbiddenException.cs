namespace Talon.Promotions;

/// <summary>The caller is known, or its address is, and may not do this (403).</summary>
public sealed class ForbiddenException(string message)
    : RefusalException(message, []);
