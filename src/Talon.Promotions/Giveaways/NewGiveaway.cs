using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A code to import into a pool.</summary>
/// <param name="Code">The code.</param>
/// <param name="Start">It is handed out from then on; null for at once.</param>
/// <param name="End">It is no longer handed out from then on; null for never.</param>
/// <param name="Attributes">Custom attributes; null for none.</param>
public sealed record NewGiveaway(string Code, DateTimeOffset? Start = null, DateTimeOffset? End = null, JsonElement? Attributes = null);
