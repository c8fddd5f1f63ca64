namespace Talon.Promotions;

/// <summary>What was found under an idempotency key.</summary>
/// <param name="Answer">The answer to repeat; null when the request is to run.</param>
/// <param name="ETag">The ETag of the row found, expired or not; null for none.</param>
internal readonly record struct KeptAnswer(ReadOnlyMemory<byte>? Answer, string? ETag);
