namespace Talon.Promotions;

/// <summary>The answer kept for an idempotency key; its bytes follow in pages.</summary>
/// <param name="Key">The key, to be compared.</param>
/// <param name="Operation">Method and path, to be compared.</param>
/// <param name="BodyHash">SHA-256 of the request.</param>
/// <param name="Expires">When the key may be used anew.</param>
/// <param name="Pages">How many pages hold the answer, compressed.</param>
internal sealed record AnswerRow(string Key, string Operation, string BodyHash, DateTimeOffset Expires, int Pages);
