using System.Security.Cryptography;
using System.Text;

namespace Talon.Promotions.Tests;

public sealed class WebhookTests
{
    private const string Calls = """
        [{"title": "Tell", "condition": ["and", [">", [".", "Session", "Total"], 100]],
          "effects": [["triggerWebhook", "Tell", {"text": "He said \"hi\"", "total": [".", "Session", "Total"], "id": "a/b c"}]]}]
        """;

    private static readonly Webhook Tell = new()
    {
        Id = 1,
        Created = Shop.Start,
        Modified = Shop.Start,
        Title = "Tell",
        Enabled = true,
        Verb = "POST",
        Url = "example.com/hook/${id}?x=1",
        Headers = ["X-Shop: main"],
        Payload = """{"text": "${text}", "total": ${total}, "none": ${none}}""",
        Params = [new() { Type = "string", Title = "text" }, new() { Type = "number", Title = "total" }, new() { Type = "string", Title = "id" }],
        Secret = "secret",
    };

    [Theory]
    [InlineData(FinaliseMode.Inline)]
    [InlineData(FinaliseMode.Queue)]
    public async Task A_closing_calls_once_with_the_parameters_filled_in_and_signed(FinaliseMode mode)
    {
        var (shop, sender) = await OpenAsync(mode);
        await shop.UpdateAsync(Shop.Cart("s"));
        await shop.SettleAsync();
        Assert.Empty(sender.Calls);
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed });
        await shop.SettleAsync();
        await shop.SettleAsync();
        var call = Assert.Single(sender.Calls);
        Assert.Equal(("POST", "https://example.com/hook/a%2Fb%20c?x=1"), (call.Verb, call.Address.AbsoluteUri));
        Assert.Equal("""{"text": "He said \u0022hi\u0022", "total": 123, "none": null}""", call.Body);
        Assert.Equal("main", call.Headers.Single(header => header.Key == "X-Shop").Value);
        var signature = call.Headers.Single(header => header.Key == WebhookSignature.Header).Value.Split(",v1=");
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret"), Encoding.UTF8.GetBytes($"{signature[0][2..]}.{call.Body}"));
        Assert.Equal(Convert.ToHexStringLower(hash), signature[1]);
    }

    [Fact]
    public async Task A_call_that_fails_is_tried_again_with_growing_pauses_for_a_day_and_then_set_aside()
    {
        var (shop, sender) = await OpenAsync();
        sender.Failure = "It answered 500.";
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed });
        var times = new List<DateTimeOffset>();
        for (var minute = 0; minute < 26 * 60; minute++)
        {
            var before = sender.Calls.Count;
            await PumpAsync(shop);
            if (sender.Calls.Count > before)
                times.Add(shop.Clock.GetUtcNow());
            shop.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(times.Count, 15, 25);
        Assert.InRange(times[^1] - Shop.Start, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
        Assert.True(times.Zip(times.Skip(1), (one, next) => next - one).Max() <= TimeSpan.FromMinutes(122));
        Assert.Single(sender.Calls.Select(call => call.Headers.Single(header => header.Key == WebhookSignature.CallHeader).Value).Distinct());
        var parked = Assert.Single(await shop.Services.Parked.ListAsync(default));
        Assert.Equal(("It answered 500.", "webhook 1"), (parked.Reason, parked.Target));

        sender.Failure = null;
        Assert.True(await shop.Services.Parked.ReplayAsync(parked.Id, default));
        var tried = sender.Calls.Count;
        await PumpAsync(shop);
        await PumpAsync(shop);
        Assert.Equal(tried + 1, sender.Calls.Count);
        Assert.Empty(await shop.Services.Parked.ListAsync(default));
    }

    [Fact]
    public async Task A_message_that_comes_twice_calls_once()
    {
        var (shop, sender) = await OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed });
        await PumpAsync(shop);
        await shop.Services.Queues.HandleAsync(WebhookCalls.Queue, sender.Calls[0].Headers.Single(header => header.Key == WebhookSignature.CallHeader).Value, default);
        Assert.Single(sender.Calls);
    }

    [Fact]
    public async Task A_dry_run_calls_nobody()
    {
        var (shop, sender) = await OpenAsync();
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed, Dry = true });
        await shop.SettleAsync();
        Assert.Empty(sender.Calls);
    }

    [Theory]
    [InlineData("X-A: b", "X-A", "b")]
    [InlineData("""{"Authorization": "Basic bmF2="}""", "Authorization", "Basic bmF2=")]
    [InlineData("no colon", null, null)]
    [InlineData("X A: b", null, null)]
    [InlineData("X-A: b\r\nX-B: c", null, null)]
    public void Headers_are_read_as_they_are_written(string text, string? name, string? value)
    {
        var header = WebhookRequest.ParseHeader(text);
        Assert.Equal((name, value), (header?.Key, header?.Value));
    }

    [Fact]
    public void A_value_that_is_left_out_is_the_stored_one_of_the_same_name()
    {
        string[] stored = ["Content-Type: application/json", "X-Key: one", "Authorization: Bearer a", "x-key: two"];

        var hidden = WebhookHeaders.Hide(stored);
        Assert.Equal(["Content-Type: application/json", "X-Key: <secret>", "Authorization: <secret>", "x-key: <secret>"], hidden);
        Assert.Equal(stored, WebhookHeaders.Fill(hidden, stored));
        Assert.Equal(["Authorization: Bearer a", "X-Key: one", "X-Other: <secret>"], WebhookHeaders.Fill(["Authorization: <secret>", "X-Key: <secret>", "X-Other: <secret>"], stored));
        Assert.Equal("X-Other", WebhookHeaders.Missing(["A: b", "X-Other: <secret>"]));
        Assert.Null(WebhookHeaders.Missing(stored));
    }

    [Fact]
    public async Task A_call_waits_until_the_values_of_its_headers_are_given()
    {
        var (shop, sender) = await OpenAsync();
        await shop.Services.Configurations.UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.Webhook, Tell with { Headers = ["Authorization: <secret>"] })]);
        await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed });
        await PumpAsync(shop);
        Assert.Empty(sender.Calls);
        await shop.Services.Configurations.UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.Webhook, Tell with { Headers = ["Authorization: Bearer a"] })]);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await PumpAsync(shop);
        Assert.Contains(new("Authorization", "Bearer a"), Assert.Single(sender.Calls).Headers);
    }

    private static async Task PumpAsync(Shop shop)
    {
        var pump = new QueuePump(shop.Store, shop.Services.Queues, shop.Clock);
        await pump.RunOnceAsync(WebhookCalls.Queue, (message, failure) => throw new InvalidOperationException(message.Body, failure), default);
    }

    private static async Task<(Shop Shop, Sender Sender)> OpenAsync(FinaliseMode mode = FinaliseMode.Inline)
    {
        var sender = new Sender();
        var shop = await new Shop(mode) { Webhooks = sender }.With(ConfigurationChange.Put(EntityKinds.Webhook, Tell)).WithCampaign(Calls).OpenAsync();
        return (shop, sender);
    }

    private sealed class Sender : IWebhookSender
    {
        public List<WebhookRequest> Calls { get; } = [];

        public string? Failure { get; set; }

        public Task<string?> SendAsync(WebhookRequest request, CancellationToken cancellation)
        {
            Calls.Add(request);
            return Task.FromResult(Failure);
        }
    }
}
