using System.Text;

namespace Talon.Promotions.Tests;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task A_repeated_request_gets_the_same_answer_and_changes_nothing()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.CouponAsync("xmas20", usageLimit: 5);
        var first = await CloseAsync(shop, Key("k", "body"));
        var rows = shop.Store.Rows().Select(row => (row.Partition, row.Row.Key, row.Row.ETag)).ToList();
        Assert.Equal(first, await CloseAsync(shop, Key("k", "body")));
        Assert.Equal(rows, shop.Store.Rows().Select(row => (row.Partition, row.Row.Key, row.Row.ETag)).ToList());
        Assert.Equal(1, (await shop.ReadCouponAsync("xmas20")).UsageCounter);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await CloseAsync(shop, Key("k", "body"));
        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => CloseAsync(shop, Key("k", "another")));
        Assert.Equal("Idempotency-Key", Assert.Single(refusal.Problems).Parameter);
    }

    [Fact]
    public async Task A_refused_request_is_not_kept()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        var closed = new SessionUpdate { IntegrationId = "s", State = SessionState.Cancelled };
        await Assert.ThrowsAsync<InvalidRequestException>(() => shop.UpdateAsync(closed, key: Key("k", "body")));
        await shop.UpdateAsync(Shop.Cart("s"));
        await shop.UpdateAsync(closed, key: Key("k", "body"));
    }

    [Fact]
    public async Task A_key_may_be_used_anew_after_a_day()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s"), key: Key("k", "one"));
        shop.Clock.Advance(TimeSpan.FromHours(25));
        var again = await shop.UpdateAsync(Shop.Cart("s"), key: Key("k", "two"));
        Assert.Equal(2, again.CustomerSession!.UpdateCount);
    }

    [Fact]
    public async Task A_repeat_is_refused_at_once_while_another_instance_runs_the_first()
    {
        var shop = new Shop().WithCampaign();
        shop.Gate = new LeaseGate(shop.Store, new InProcessTurnstiles(), shop.Clock, new SeededRandomSource(1));
        await shop.OpenAsync();
        var slow = new SlowTables(shop.Store);
        shop.Tables = slow;
        shop.Instance("slow");
        shop.Tables = shop.Store;
        var hold = new TaskCompletionSource();
        slow.Hold = hold.Task;

        var first = shop.UpdateAsync(Shop.Cart("s"), "slow", Key("k", "body"));
        var refusal = await Assert.ThrowsAsync<ConflictException>(() => shop.UpdateAsync(Shop.Cart("s"), "other", Key("k", "body")));
        Assert.Contains("idempotency key", refusal.Message, StringComparison.Ordinal);
        hold.SetResult();

        Assert.Equal(1, (await first).CustomerSession!.UpdateCount);
        Assert.Equal(2, (await shop.UpdateAsync(Shop.Cart("s"), "other")).CustomerSession!.UpdateCount);
    }

    [Fact]
    public async Task Expired_answers_are_removed_by_a_later_update()
    {
        var shop = await new Shop().WithCampaign().OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s"), key: Key("k", "one"));
        await shop.UpdateAsync(Shop.Cart("s"), key: Key("l", "two"));
        Assert.Equal(4, Answers());
        shop.Clock.Advance(TimeSpan.FromHours(25));
        await shop.UpdateAsync(Shop.Cart("s"));
        Assert.Equal(0, Answers());

        int Answers() => shop.Store.Rows().Count(row => row.Row.Key.StartsWith("answer.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_largest_answer_is_kept_and_repeated()
    {
        var shop = await new Shop().OpenAsync();
        var answer = new byte[12_000_000];
        new SeededRandomSource(1).Fill(answer.AsSpan(0, 1_500_000));
        var update = Shop.Cart("s");
        await shop.Services.Sessions.UpdateAsync(shop.Context(Key("k", "body")), update, _ => answer, default);
        var repeated = await shop.Services.Sessions.UpdateAsync(shop.Context(Key("k", "body")), update, _ => [], default);
        Assert.True(repeated.Span.SequenceEqual(answer), "The repeated answer differs from the first.");
    }

    [Fact]
    public async Task While_the_first_runs_a_repeat_is_refused()
    {
        var shop = new Shop().WithCampaign();
        var held = new TaskCompletionSource();
        var slow = new SlowTables(shop.Store);
        shop.Tables = slow;
        await shop.OpenAsync();
        slow.Hold = held.Task;
        var first = CloseAsync(shop, Key("k", "body"));
        var refusal = await Assert.ThrowsAsync<ConflictException>(() => CloseAsync(shop, Key("k", "body")));
        Assert.Contains("idempotency", refusal.Message, StringComparison.OrdinalIgnoreCase);
        held.SetResult();
        slow.Hold = Task.CompletedTask;
        Assert.Equal(await first, await CloseAsync(shop, Key("k", "body")));
    }

    private static IdempotencyKey Key(string key, string body) => new(key, "PUT /v2/customer_sessions/s", body);

    private static async Task<string> CloseAsync(Shop shop, IdempotencyKey key)
    {
        var update = Shop.Cart("s", "xmas20") with { State = SessionState.Closed };
        var context = shop.Context(key);
        var answer = await shop.Services.Sessions.UpdateAsync(context, update, Shop.Render, default);
        await context.AfterAnswer.RunAsync();
        return Encoding.UTF8.GetString(answer.Span);
    }
}
