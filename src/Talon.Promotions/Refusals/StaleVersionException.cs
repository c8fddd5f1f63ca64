namespace Talon.Promotions;

/// <summary>What the request would change is not as the caller saw it (412).</summary>
public sealed class StaleVersionException()
    : RefusalException("Somebody has changed this in the meantime; read it again", []);
