namespace Talon.Promotions;

/// <summary>A caller's promise that repeats of a request are the same request.</summary>
/// <param name="Key">The header's value, at most 255 characters.</param>
/// <param name="Operation">Method and path; a key is unique per Application and operation.</param>
/// <param name="BodyHash">SHA-256 of query and body, to refuse another request under the same key.</param>
public sealed record IdempotencyKey(string Key, string Operation, string BodyHash)
{
    /// <summary>The key in words that no other operation's key has.</summary>
    internal string Text => $"{Operation}\n{Key}";
}
