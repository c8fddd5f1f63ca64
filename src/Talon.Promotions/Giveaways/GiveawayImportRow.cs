namespace Talon.Promotions;

/// <summary>An import under an idempotency key: repeats of it take the same ids.</summary>
/// <param name="Id">The id of the import.</param>
/// <param name="FirstId">The id of the first code; the others follow.</param>
/// <param name="At">When it began.</param>
/// <param name="BodyHash">Hash of the file, to refuse another one under the same key.</param>
internal sealed record GiveawayImportRow(long Id, long FirstId, DateTimeOffset At, string BodyHash);
