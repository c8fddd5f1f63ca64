namespace Talon.Promotions;

/// <summary>The row that says which version is in force.</summary>
/// <param name="Version">The current version.</param>
/// <param name="Checkpoint">The latest checkpoint; null before the first.</param>
/// <param name="Pending">Bytes of changes since that checkpoint.</param>
internal sealed record ConfigurationHead(long Version, CheckpointHeader? Checkpoint, long Pending);

/// <summary>Where a checkpoint is.</summary>
/// <param name="Version">The version it holds in whole.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record CheckpointHeader(long Version, long Bytes);
