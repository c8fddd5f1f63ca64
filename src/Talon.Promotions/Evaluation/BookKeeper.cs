namespace Talon.Promotions;

/// <summary>Opens books for updates.</summary>
internal sealed class BookKeeper(LimitLedger limits, LoyaltyReader loyalty, IdSource ids)
{
    /// <summary>Opens the books of an update.</summary>
    public Books Open(UpdateScope scope) => new(new CounterBook(limits, scope.Customer), new PointsBook(loyalty, ids, scope));

    /// <summary>Opens the books of a session's update, with what reading it revealed.</summary>
    public Books Open(UpdateScope scope, SessionRead read)
    {
        var books = Open(scope);
        foreach (var coupon in read.Coupons)
            books.Counters.Add(coupon, scope.Customer);
        foreach (var (key, state) in read.Budgets)
            books.Counters.Add(key, state);
        return books;
    }
}
