using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions.Tests;

public sealed class GiveawayTests
{
    private const string Award = """
        [{"title": "Ticket", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [["awardGiveaway", "tickets", "A ticket"]]}]
        """;

    [Fact]
    public async Task A_giveaway_is_announced_while_the_session_is_open_and_taken_when_it_closes()
    {
        var shop = await OpenAsync("T1");
        var open = await CloseAsync(shop, "s", SessionState.Open);
        Assert.Equal(new WillAwardGiveawayProps(1, "tickets", "p"), Assert.Single(open.Effects).Props);
        var closed = await CloseAsync(shop, "s");
        var props = Assert.IsType<AwardGiveawayProps>(Assert.Single(closed.Effects).Props);
        Assert.Equal(("T1", "p"), (props.Code, props.RecipientIntegrationId));
        var giveaway = Assert.Single(closed.AwardedGiveaways!);
        Assert.Equal((props.GiveawayId, "T1", true), (giveaway.Id, giveaway.Code, giveaway.Used));
        Assert.Equal(["T1"], (await new GiveawayBooking(shop.Store).ReadAsync(Partitions.Profile("p"), default)).Select(noted => noted.Code));
    }

    [Fact]
    public async Task An_empty_pool_fails_the_rule()
    {
        var shop = await OpenAsync();
        Assert.Empty((await CloseAsync(shop, "s", SessionState.Open)).Effects);
        Assert.Empty((await CloseAsync(shop, "s")).Effects);
    }

    [Fact]
    public async Task Of_many_closings_at_once_no_two_get_the_same_code()
    {
        var shop = await OpenAsync(realTime: true, codes: [.. Enumerable.Range(0, 50).Select(i => $"T{i}")]);
        foreach (var instance in new[] { "a", "b", "c" })
            await shop.UpdateAsync(Shop.Cart(instance), instance);
        var states = await Task.WhenAll(Enumerable.Range(0, 70).Select(i => Task.Run(() => CloseAsync(shop, $"s{i}", profile: $"p{i}", instance: "abc"[i % 3].ToString()))));
        var codes = states.SelectMany(state => state.Effects).Select(effect => effect.Props).OfType<AwardGiveawayProps>().Select(props => props.Code).ToList();
        Assert.Equal(50, codes.Count);
        Assert.Equal(50, codes.Distinct().Count());
    }

    [Fact]
    public async Task The_same_text_imported_twice_is_two_giveaways()
    {
        var shop = await OpenAsync("T", "T");
        Assert.Single((await CloseAsync(shop, "s1")).Effects);
        Assert.Single((await CloseAsync(shop, "s2")).Effects);
        Assert.Empty((await CloseAsync(shop, "s3")).Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_handed_out_stays_and_is_not_handed_out_again(bool reopen)
    {
        var shop = await OpenAsync("T1", "T2");
        var first = Assert.IsType<AwardGiveawayProps>(Assert.Single((await CloseAsync(shop, "s")).Effects).Props);
        if (!reopen)
        {
            Assert.Empty((await shop.UpdateAsync(Shop.State("s", SessionState.Cancelled))).Effects);
            Assert.NotEqual(first.Code, Assert.IsType<AwardGiveawayProps>(Assert.Single((await CloseAsync(shop, "t")).Effects).Props).Code);
            return;
        }

        Assert.Empty((await shop.ReopenAsync("s")).Effects);
        Assert.Equal(first, Assert.Single((await CloseAsync(shop, "s")).Effects).Props);
        Assert.Single((await CloseAsync(shop, "t")).Effects);
        Assert.Empty((await CloseAsync(shop, "u")).Effects);
    }

    [Fact]
    public async Task Codes_are_handed_out_only_while_they_may_be()
    {
        var shop = await OpenAsync();
        await shop.Services.Giveaways.ImportAsync(1, [new("over", End: Shop.Start), new("later", Start: Shop.Start.AddDays(1)), new("now", Shop.Start, Shop.Start.AddDays(2))], null, Shop.Start, default);
        Assert.Equal("now", Assert.IsType<AwardGiveawayProps>(Assert.Single((await CloseAsync(shop, "s1")).Effects).Props).Code);
        Assert.Empty((await CloseAsync(shop, "s2")).Effects);
        shop.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("later", Assert.IsType<AwardGiveawayProps>(Assert.Single((await CloseAsync(shop, "s3")).Effects).Props).Code);
    }

    [Fact]
    public async Task Hundreds_of_codes_are_handed_out_to_the_last()
    {
        var shop = await OpenAsync(codes: [.. Enumerable.Range(0, 900).Select(i => $"T{i}")]);
        var rules = """[{"title": "Many", "condition": ["and", [">", [".", "Session", "Total"], 0]], "effects": [EFFECTS]}]"""
            .Replace("EFFECTS", string.Join(", ", Enumerable.Repeat("""["awardGiveaway", "tickets", "A ticket"]""", 60)), StringComparison.Ordinal);
        await shop.With(ConfigurationChange.Delete(EntityKinds.Campaign, 1)).WithCampaign(rules, id: 2).OpenAsync();
        var codes = new HashSet<string>();
        for (var i = 0; i < 15; i++)
            codes.UnionWith((await CloseAsync(shop, $"s{i}")).Effects.Select(effect => ((AwardGiveawayProps)effect.Props).Code));
        Assert.Equal(900, codes.Count);
        Assert.Empty((await CloseAsync(shop, "last")).Effects);
    }

    [Fact]
    public async Task A_dry_run_hands_out_nothing()
    {
        var shop = await OpenAsync("T1");
        var dry = await shop.UpdateAsync(Shop.Cart("s") with { State = SessionState.Closed, ProfileId = "p", Dry = true });
        Assert.IsType<WillAwardGiveawayProps>(Assert.Single(dry.Effects).Props);
        Assert.Single((await CloseAsync(shop, "s")).Effects);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_import_under_a_key_adds_each_code_once_wherever_it_died_and_whatever_was_handed_out_since(bool written)
    {
        var key = new IdempotencyKey("k", "import", "hash");
        NewGiveaway[] codes = [.. Enumerable.Range(0, 2500).Select(i => new NewGiveaway($"G{i}"))];
        for (var write = 1; ; write++)
        {
            var shop = await OpenAsync();
            var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), shop.Clock);
            var dying = new GiveawayService(faults.Tables(shop.Store), new IdSource(faults.Tables(shop.Store)));

            await Record.ExceptionAsync(() => dying.ImportAsync(1, codes, key, Shop.Start, default));
            var taken = (await CloseAsync(shop, "s")).AwardedGiveaways?.Count ?? 0;
            await shop.Services.Giveaways.ImportAsync(1, codes, key, Shop.Start, default);
            Assert.Equal(0, (await shop.Services.Giveaways.ImportAsync(1, codes, key, Shop.Start, default)).Added);

            var left = shop.Store.Rows().Where(row => row.Partition.StartsWith("giveaways.1.", StringComparison.Ordinal) && row.Row.Key.StartsWith(GiveawayRows.Shelf, StringComparison.Ordinal))
                .SelectMany(row => RowCodec.Decode(row.Row.Body, RowJson.Default.GiveawayPack).Codes).Select(code => code.Code).ToList();
            Assert.Equal((2500, 2500), (left.Count + taken, left.Distinct().Count() + taken));
            if (!faults.Crashed)
                return;
        }
    }

    private static Task<Shop> OpenAsync(params string[] codes) => OpenAsync(false, codes);

    private static async Task<Shop> OpenAsync(bool realTime, string[] codes)
    {
        var pool = new GiveawayPool { Id = 1, Created = Shop.Start, Modified = Shop.Start, CreatedBy = 1, Name = "tickets", Sandbox = false };
        var shop = await new Shop(realTime: realTime).With(ConfigurationChange.Put(EntityKinds.GiveawayPool, pool)).WithCampaign(Award).OpenAsync();
        await shop.Services.Giveaways.ImportAsync(1, [.. codes.Select(code => new NewGiveaway(code))], null, Shop.Start, default);
        return shop;
    }

    private static Task<IntegrationState> CloseAsync(Shop shop, string id, SessionState state = SessionState.Closed, string profile = "p", string instance = "main") =>
        shop.UpdateAsync(Shop.Cart(id) with { State = state, ProfileId = profile, Include = ResponseContent.AwardedGiveaways }, instance);
}
