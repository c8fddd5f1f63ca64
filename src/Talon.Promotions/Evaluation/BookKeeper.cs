using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Opens books for updates.</summary>
internal sealed class BookKeeper(LimitLedger limits, LoyaltyReader loyalty, GiveawayReader giveaways, IdSource ids, ITableStore store)
{
    /// <summary>Opens the books of an update.</summary>
    /// <param name="scope">What it is about.</param>
    /// <param name="done">What its session did once and for all before.</param>
    /// <param name="left">Progress in achievements that reopening its session left.</param>
    /// <param name="claims">Claims that reopening its session left.</param>
    public Books Open(UpdateScope scope, IReadOnlyList<DoneEffect> done, IReadOnlyList<ProgressStep> left, IReadOnlyList<Claim> claims) =>
        new(new CounterBook(limits, scope, claims), new PointsBook(loyalty, ids, scope), new GiveawayBook(giveaways, scope, done), new AchievementBook(store, scope, left));

    /// <summary>Opens the books of a session's update, with what reading it revealed.</summary>
    public Books Open(UpdateScope scope, SessionRead read)
    {
        var books = Open(scope, read.Stored?.Done ?? [], read.Stored?.ProgressLeft ?? [], read.Stored?.ClaimsLeft ?? []);
        foreach (var coupon in read.Coupons)
            books.Counters.Add(coupon, scope.Customer);
        if (read.Referral is { } referral)
            books.Counters.Add(referral);
        foreach (var (key, state) in read.Budgets)
            books.Counters.Add(key, state);
        return books;
    }
}
