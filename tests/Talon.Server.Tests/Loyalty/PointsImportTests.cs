using System.Globalization;
using System.Text.Json;
using Talon.Storage;

namespace Talon.Server.Tests;

public sealed class PointsImportTests(ServerFixture server)
{
    private const string Ledger = """
        customerprofileid,amount,type,startdate,expirydate,subledgerid,reason,transactionid
        ann,100,,2024-01-01T00:00:00Z,2024-12-31T00:00:00Z,,Welcome,t-1
        ann,40,subtraction,2024-06-01T00:00:00Z,,,Mug,t-2
        ann,30.5,addition,2025-01-01T00:00:00Z,,,Order 7,t-3
        ann,5,addition,,,travel,Flight,t-4
        bob,10,addition,on_action,,,Waits,t-1
        eve,0,addition,,,,Nothing,t-1
        """;

    [Fact]
    public async Task A_ledger_comes_in_with_its_history()
    {
        var (world, program) = await StartAsync();

        var import = await world.ImportAsync($"{program}/import_points", Ledger);

        Assert.Equal((6, "LoyaltyPoints"), (import.GetProperty("amount").GetInt32(), import.GetProperty("entity").GetString()));
        // 100 came, 40 of them went in June, and the other 60 expired at the end of the year.
        Assert.Equal((30.5m, 40m, 60m), await BalanceAsync(world, program, "ann"));
        Assert.Equal(60, (await world.GetAsync($"{program}/profile/ann/ledger_balances?endDate=2024-07-01T00:00:00Z")).GetProperty("balance").GetProperty("activePoints").GetDecimal());
        var log = (await world.GetAsync($"{program}/profile/ann/ledger_transactions?loyaltyTransactionType=import&subledgerId=")).GetProperty("data").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("created").GetString()![..10]} {entry.GetProperty("type").GetString()} {entry.GetProperty("amount").GetDecimal().ToString(CultureInfo.InvariantCulture)} {entry.GetProperty("name").GetString()}");
        Assert.Equal(["2025-01-01 addition 30.5 Order 7", "2024-06-01 subtraction 40 Mug", "2024-01-01 addition 100 Welcome"], log);
        Assert.Equal(10, (await world.GetAsync($"{program}/profile/bob/ledger_balances")).GetProperty("balance").GetProperty("pendingPoints").GetDecimal());
        Assert.Equal((0, 0, 0), await BalanceAsync(world, program, "eve"));
    }

    [Fact]
    public async Task What_comes_again_is_not_booked_again()
    {
        var (world, program) = await StartAsync();
        await world.ImportAsync($"{program}/import_points", Ledger);

        var again = await world.ImportAsync($"{program}/import_points", Ledger);
        var more = await world.ImportAsync($"{program}/import_points", Ledger + "\nann,1,addition,,,,New,t-9\n");
        var without = "customerprofileid,amount\nann,2\nann,2\n";
        var first = await world.ImportAsync($"{program}/import_points", without);
        var second = await world.ImportAsync($"{program}/import_points", without);

        Assert.Equal([0, 1, 2, 0], new[] { again, more, first, second }.Select(import => import.GetProperty("amount").GetInt32()));
        Assert.Equal((35.5m, 40m, 60m), await BalanceAsync(world, program, "ann"));
        var refusal = await world.ImportAsync($"{program}/import_points", "customerprofileid,amount,transactionid\nann,7,t-9\n", 400);
        Assert.Contains("imported before, with 1 points", refusal.GetProperty("errors")[0].GetProperty("details").GetString());
    }

    [Fact]
    public async Task Nothing_is_booked_when_lines_are_refused()
    {
        var (world, program) = await StartAsync(""","allowSubledger":false""");

        var refusal = await world.ImportAsync($"{program}/import_points", """
            customerprofileid,identifier,amount,type,startdate,expirydate,validityduration,subledgerid,transactionid
            ann,,100,,,,,,1
            ann,,101,subtraction,,,,,2
            ann,,1,gift,,,,,3
            ann,,-1,,,,,,4
            ann,,1,,soon,,,,5
            ann,,1,,2030-01-01T00:00:00Z,2029-01-01T00:00:00Z,,,6
            ann,,1,,,2031-01-01T00:00:00Z,30D,,7
            ann,,1,,,,30 days,,8
            ann,,1,,,,,travel,9
            ann,card,1,,,,,,10
            ann,,1,subtraction,2099-01-01T00:00:00Z,,,,11
            ann,,1,,,,,,1
            """, 400);
        var tooFew = await world.ImportAsync($"{program}/import_points", "customerprofileid,amount,type\nann,100,\nann,60,subtraction\nann,60,subtraction\n", 400);
        await world.ImportAsync("/v1/loyalty_programs/99/import_points", "customerprofileid,amount\n", 404);

        Assert.Equal(["4", "5", "6", "7", "8", "9", "10", "11", "12", "13"], Lines(refusal).Distinct());
        Assert.Equal("Line 4: \"ann\" has fewer than 60 active points then", Assert.Single(tooFew.GetProperty("errors").EnumerateArray()).GetProperty("details").GetString());
        await world.GetAsync($"{program}/profile/ann/ledger_balances", 404);
    }

    [Fact]
    public async Task Points_of_cards_go_to_cards_that_are_there()
    {
        var shop = await LoyaltyShop.OpenAsync(server, ""","cardBased":true""");
        (await shop.Shop.Api.PostAsync($"{shop.Path}/cards", """{"cardIdentifier":"card-1"}""")).Expect(200);

        (await ImportAsync("identifier,amount\ncard-1,5\ncard-2,5\n")).Expect(400);
        (await ImportAsync("customerprofileid,amount\nann,5\n")).Expect(400);
        (await ImportAsync("identifier,amount\ncard-1,5\n")).Expect(200);

        var balance = (await shop.Shop.Api.GetAsync($"{shop.Path}/cards/card-1/balances")).Expect(200).Json.GetProperty("balance");
        Assert.Equal(5, LoyaltyShop.Number(balance, "activePoints"));

        Task<Reply> ImportAsync(string file) => server.Management.PostAsync($"{shop.Path}/import_points", file);
    }

    [Fact]
    public async Task Lines_of_one_customer_share_transactions()
    {
        var additions = Enumerable.Range(0, 69).Select(i => string.Create(CultureInfo.InvariantCulture, $"ann,10,addition,2024-01-01T00:{i % 60:00}:00Z,2099-01-{(i % 28) + 1:00}T00:00:00Z,{i}\n"));
        var history = "customerprofileid,amount,type,startdate,expirydate,transactionid\n" + string.Concat(additions) + "ann,34,subtraction,2024-02-01T00:00:00Z,,69\n";
        var store = new MemoryStore(TimeProvider.System);
        var program = await ProgramAsync(await ManagementWorld.CreateAsync(store));
        var trips = new StorageTrips();
        var world = ManagementWorld.Open(trips.Tables(store));
        await world.GetAsync(program);

        var count = trips.Measure(() => world.ImportAsync($"{program}/import_points", history));

        Assert.InRange(count.Commits, 1, 12);
        Assert.Equal((656m, 34m, 0m), await BalanceAsync(world, program, "ann"));
        var again = await world.ImportAsync($"{program}/import_points", history);
        Assert.Equal(0, again.GetProperty("amount").GetInt32());
        Assert.Equal((656m, 34m, 0m), await BalanceAsync(world, program, "ann"));
    }

    [Theory]
    [InlineData("add_points", 2, 67)]
    [InlineData("deduct_points", null, 3)]
    public async Task What_somebody_else_does_meanwhile_is_reckoned_with(string what, int? booked, int left)
    {
        var store = new MemoryStore(TimeProvider.System);
        var other = await ManagementWorld.CreateAsync(store);
        var program = await ProgramAsync(other);
        await other.ImportAsync($"{program}/import_points", "customerprofileid,amount,transactionid\nann,10,t-0\n");
        var world = ManagementWorld.Open(new OvertakenTables(store, () => other.PutAsync($"{program}/profile/ann/{what}", """{"points":7}""", 204)));

        var import = await world.ImportAsync($"{program}/import_points", "customerprofileid,amount,type,transactionid\nann,10,subtraction,t-1\nann,60,addition,t-2\n", booked is null ? 409 : 200);

        Assert.Equal(booked, import.TryGetProperty("amount", out var amount) ? amount.GetInt32() : null);
        Assert.Equal(left, (await BalanceAsync(world, program, "ann")).Active);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_import_that_dies_anywhere_is_finished_by_sending_it_again(bool written)
    {
        for (var write = 1; ; write++)
        {
            var store = new MemoryStore(TimeProvider.System);
            var world = await ManagementWorld.CreateAsync(store);
            var program = await ProgramAsync(world);
            var faults = new FaultInjector(FaultPlan.CrashAtWrite(write, written), TimeProvider.System);
            var dying = ManagementWorld.Open(faults.Tables(store));

            await Record.ExceptionAsync(() => dying.TryAsync("POST", $"{program}/import_points", Ledger, "text/csv"));
            var after = ManagementWorld.Open(store);
            await after.ImportAsync($"{program}/import_points", Ledger);

            Assert.Equal((30.5m, 40m, 60m), await BalanceAsync(after, program, "ann"));
            Assert.Equal(10, (await after.GetAsync($"{program}/profile/bob/ledger_balances")).GetProperty("balance").GetProperty("pendingPoints").GetDecimal());
            if (!faults.Crashed)
                return;
        }
    }

    private static async Task<(ManagementWorld World, string Program)> StartAsync(string more = ""","allowSubledger":true""")
    {
        var world = await ManagementWorld.CreateAsync();
        return (world, await ProgramAsync(world, more));
    }

    private static async Task<string> ProgramAsync(ManagementWorld world, string more = ""","allowSubledger":true""") => $"/v1/loyalty_programs/{ManagementWorld.Id(await world.PostAsync(
        "/v1/loyalty_programs", $$"""{"name":"stars","title":"Stars","defaultValidity":"unlimited","defaultPending":"immediate","sandbox":true,"timezone":"UTC"{{more}}}"""))}";

    private static async Task<(decimal Active, decimal Spent, decimal Expired)> BalanceAsync(ManagementWorld world, string program, string customer)
    {
        var balance = (await world.GetAsync($"{program}/profile/{customer}/ledger_balances")).GetProperty("balance");
        return (balance.GetProperty("activePoints").GetDecimal(), balance.GetProperty("spentPoints").GetDecimal(), balance.GetProperty("expiredPoints").GetDecimal());
    }

    private static IEnumerable<string> Lines(JsonElement refusal) => refusal.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("line").GetString()!);

    /// <summary>Lets somebody else do something just before the first line is booked.</summary>
    private sealed class OvertakenTables(ITableStore inner, Func<Task> overtake) : ITableStore
    {
        private bool _overtaken;

        public ValueTask<Row?> ReadAsync(string partition, string key, CancellationToken cancellation) => inner.ReadAsync(partition, key, cancellation);

        public ValueTask<RowPage> ReadRangeAsync(string partition, KeyRange range, int take, CancellationToken cancellation) => inner.ReadRangeAsync(partition, range, take, cancellation);

        public async ValueTask<CommitResult> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
        {
            if (!_overtaken && changes.Any(change => change.Key.StartsWith("once.", StringComparison.Ordinal)))
            {
                _overtaken = true;
                await overtake();
            }

            return await inner.CommitAsync(partition, changes, cancellation);
        }
    }
}
