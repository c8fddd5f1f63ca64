namespace Talon.Promotions.Tests;

public sealed class TransitionTests
{
    [Theory]
    [InlineData(SessionState.Open, "talon_session_created")]
    [InlineData(SessionState.Closed, "talon_session_closed")]
    public async Task A_session_is_created_open_or_closed(SessionState state, string eventType)
    {
        var shop = await new Shop().OpenAsync();
        var created = await shop.UpdateAsync(Shop.Cart("s") with { State = state });
        Assert.Equal(eventType, created.Event!.Type);
        Assert.Equal((state, 1L, 123m), (created.CustomerSession!.State, created.CustomerSession.UpdateCount, created.CustomerSession.Total));
    }

    [Theory]
    [InlineData(SessionState.Open, SessionState.Open, "talon_session_updated")]
    [InlineData(SessionState.Open, SessionState.Closed, "talon_session_closed")]
    [InlineData(SessionState.Open, SessionState.Cancelled, "talon_session_cancelled")]
    [InlineData(SessionState.Closed, SessionState.Cancelled, "talon_session_revoked")]
    public async Task A_session_changes_its_state(SessionState from, SessionState to, string eventType)
    {
        var shop = await new Shop().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { State = from });
        var updated = await shop.UpdateAsync(Shop.State("s", to));
        Assert.Equal((to, 2L), (updated.CustomerSession!.State, updated.CustomerSession.UpdateCount));
        Assert.Equal(eventType, updated.Event!.Type);
    }

    [Theory]
    [InlineData(null, SessionState.Cancelled)]
    [InlineData(null, SessionState.PartiallyReturned)]
    [InlineData(SessionState.Open, SessionState.PartiallyReturned)]
    [InlineData(SessionState.Closed, null)]
    [InlineData(SessionState.Closed, SessionState.Open)]
    [InlineData(SessionState.Closed, SessionState.Closed)]
    [InlineData(SessionState.Closed, SessionState.PartiallyReturned)]
    [InlineData(SessionState.Cancelled, SessionState.Open)]
    [InlineData(SessionState.Cancelled, SessionState.Closed)]
    [InlineData(SessionState.Cancelled, SessionState.Cancelled)]
    public async Task Every_other_transition_is_refused_and_changes_nothing(SessionState? from, SessionState? to)
    {
        var shop = await new Shop().OpenAsync();
        if (from is { } state)
            await shop.UpdateAsync(Shop.Cart("s") with { State = state == SessionState.Cancelled ? SessionState.Open : state });
        if (from == SessionState.Cancelled)
            await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        var before = shop.Store.Rows().Select(row => (row.Partition, row.Row.Key, row.Row.ETag)).ToList();
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => shop.UpdateAsync(new SessionUpdate { IntegrationId = "s", State = to }));
        Assert.Equal("/customerSession/state", Assert.Single(refusal.Problems).Pointer);
        Assert.Equal(before, shop.Store.Rows().Select(row => (row.Partition, row.Row.Key, row.Row.ETag)).ToList());
    }

    [Fact]
    public async Task Only_a_closed_session_is_reopened()
    {
        var shop = await new Shop().OpenAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => shop.ReopenAsync("s"));
        await shop.UpdateAsync(Shop.Cart("s"));
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.ReopenAsync("s"));
        await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled));
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.ReopenAsync("s"));
    }

    [Fact]
    public async Task What_is_omitted_keeps_its_value_and_what_is_empty_clears()
    {
        var shop = await new Shop().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s", "one") with { ProfileId = "p", ReferralCode = "friend", Identifiers = ["ip"] });
        var kept = (await shop.UpdateAsync(Shop.State("s", SessionState.Open))).CustomerSession!;
        Assert.Equal(("p", "friend", 123m), (kept.ProfileId, kept.ReferralCode, kept.CartItemTotal));
        Assert.Equal(["one"], kept.CouponCodes);
        Assert.Equal(["ip"], kept.Identifiers);
        var cleared = (await shop.UpdateAsync(Shop.State("s", SessionState.Open) with { CouponCodes = [], ReferralCode = "", ProfileId = "" })).CustomerSession!;
        Assert.Equal(("", ""), (cleared.ProfileId, cleared.ReferralCode));
        Assert.Empty(cleared.CouponCodes);
    }

    [Fact]
    public async Task The_first_session_of_a_profile_says_so()
    {
        var shop = await new Shop().OpenAsync();
        Assert.True((await shop.UpdateAsync(Shop.Cart("anonymous"))).CustomerSession!.FirstSession);
        Assert.True((await shop.UpdateAsync(Shop.Cart("a") with { ProfileId = "p" })).CustomerSession!.FirstSession);
        Assert.False((await shop.UpdateAsync(Shop.Cart("b") with { ProfileId = "p" })).CustomerSession!.FirstSession);
        Assert.True((await shop.UpdateAsync(Shop.Cart("a") with { ProfileId = "p" })).CustomerSession!.FirstSession);
    }
}
