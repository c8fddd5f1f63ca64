using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A customer with 10,000 transactions, none of them spent.</summary>
public sealed class LargeLedgerTests
{
    private const int Transactions = 10_000;
    private const int LogPage = 1_000;

    private static readonly DateTimeOffset Now = Shop.Start.AddMinutes(Transactions);

    [Fact]
    public async Task Pages_of_a_long_log_take_no_more_trips_than_they_need()
    {
        var trips = new StorageTrips();
        var (reads, account) = await OpenAsync(store => trips.Tables(store));

        var first = trips.Measure(async () => Assert.Equal(50, (await reads.TransactionsAsync(account, new TransactionQuery { Take = 50 }, Now, default)).Page.Count));
        var last = trips.Measure(async () => Assert.Equal("t0", (await reads.TransactionsAsync(account, new TransactionQuery { Take = 1, Skip = Transactions - 1 }, Now, default)).Page[0].TransactionUUID));
        var points = trips.Measure(async () => Assert.True((await reads.PointsAsync(account, new PointsQuery { Status = "active", Take = 50 }, Now, default)).HasMore));

        Assert.Equal(2, first.Trips);
        Assert.True(last.Trips <= 2 + (Transactions / LogPage), $"It took {last}.");
        Assert.Equal(1, points.Trips);
    }

    [Fact]
    public async Task Balances_of_a_long_ledger_are_exact()
    {
        var (reads, account) = await OpenAsync(store => store);

        var now = await reads.BalancesAsync(account, new BalanceQuery(), Now, default);
        var half = await reads.BalancesAsync(account, new BalanceQuery(Shop.Start.AddMinutes((Transactions / 2) - 1)), Now, default);

        Assert.Equal(Transactions, now.Balance!.ActivePoints);
        Assert.Equal(Transactions / 2, half.Balance!.ActivePoints);
    }

    private static async Task<(LoyaltyReads Reads, PointsAccount Account)> OpenAsync(Func<ITableStore, ITableStore> tables)
    {
        var store = new MemoryStore(TimeProvider.System);
        var account = new PointsAccount(LoyaltyWorld.Program with { Tiers = [] }, LoyaltyWorld.Owner);
        await SeedAsync(store, account.Partition);
        return (new LoyaltyReads(new LoyaltyReader(tables(store))), account);
    }

    internal static async Task SeedAsync(ITableStore store, string partition)
    {
        var lots = Enumerable.Range(0, Transactions).Select(Lot).ToList();
        foreach (var chunk in lots.Chunk(StorageLimits.MaxChanges))
            await store.CommitAsync(partition, [.. chunk.Select(lot => Change.Insert(LedgerRows.Log(lot.Created, lot.Id), RowCodec.Encode(new LedgerLogRow(Receipt(lot)), RowJson.Default.LedgerLogRow)))]);
        await store.CommitAsync(partition, [Change.Insert(LedgerRows.Ledger(""), RowCodec.Encode(new LedgerRow { Subledger = "", Lots = lots }, RowJson.Default.LedgerRow))]);
    }

    private static Lot Lot(int i) => new() { Id = $"t{i}", Points = 1, Created = Shop.Start.AddMinutes(i), From = Shop.Start.AddMinutes(i), Name = "Points for money", EntryId = i + 1, Application = 1, Session = $"session{i}" };

    private static PointsReceipt Receipt(Lot lot) => new()
    {
        Entries =
        [
            new LedgerEntry
            {
                Kind = LedgerEntryKind.Addition,
                Transaction = lot.Id,
                Subledger = "",
                Points = lot.Points,
                At = lot.Created,
                Id = lot.EntryId,
                Name = lot.Name,
                From = lot.From,
                Origin = new LedgerOrigin { Application = 1, Session = lot.Session, Ruleset = 1, Rule = "Earn" },
            },
        ],
    };
}
