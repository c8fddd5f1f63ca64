namespace Talon.Promotions;

/// <summary>Who is inside a gate.</summary>
/// <param name="Holder">The request's token.</param>
/// <param name="Expires">When it is taken for dead.</param>
/// <param name="Contended">Somebody waits: leaving goes through the turnstile.</param>
internal sealed record LeaseRow(string Holder, DateTimeOffset Expires, bool Contended);
