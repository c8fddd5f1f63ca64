namespace Talon.Promotions;

/// <summary>Who is inside a gate.</summary>
/// <param name="Holder">The request's token; "" for nobody, the place being kept for those who wait.</param>
/// <param name="Expires">When the holder is taken for dead, or the place is no longer kept.</param>
/// <param name="Contended">Somebody waits: whoever comes now queues at the turnstile.</param>
/// <param name="Request">What repeats of the holder's request have in common; null where it promises none.</param>
internal sealed record LeaseRow(string Holder, DateTimeOffset Expires, bool Contended, string? Request = null)
{
    /// <summary>The row that a holder leaves behind for those who wait.</summary>
    public static LeaseRow KeptUntil(DateTimeOffset time) => new("", time, true);

    /// <summary>Whether the holder, if alive, is the same request sent before.</summary>
    public bool IsRepeatedBy(string? request, DateTimeOffset now) => request is not null && Request == request && Expires > now;

    /// <summary>Whether the first of those who wait may take it.</summary>
    public bool IsFor(DateTimeOffset now) => Holder.Length == 0 || Expires <= now;

    /// <summary>Whether anybody who comes may take it: nobody waits, or nobody came for the place in time.</summary>
    public bool IsForAnybody(DateTimeOffset now) => Expires <= now && (Holder.Length == 0 || !Contended);
}
