namespace Talon.Promotions;

/// <summary>Who changes the configuration.</summary>
/// <param name="Id">The id of the management key.</param>
/// <param name="Name">Its name.</param>
public sealed record Actor(long Id, string Name);
