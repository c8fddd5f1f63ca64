using Talon.Storage;

namespace Talon.Promotions.Tests;

/// <summary>A loyalty programme over an in-memory store.</summary>
internal sealed class LoyaltyWorld
{
    public static readonly LoyaltyProgram Program = new()
    {
        Id = 1,
        Created = Points.Start,
        Name = "stars",
        Title = "Stars",
        DefaultPending = LoyaltyProgram.Immediate,
        DefaultValidity = LoyaltyProgram.Unlimited,
        AllowSubledger = true,
        Sandbox = false,
        Timezone = "UTC",
        ProgramJoinPolicy = ProgramJoinPolicy.PointsActivated,
        Tiers = [new(1, "bronze", 0), new(2, "silver", 100), new(3, "gold", 500)],
    };

    public static readonly LedgerOwner Owner = LedgerOwner.OfProfile("p");

    private int _entries;

    private LoyaltyWorld(MemoryStore store)
    {
        Store = store;
        Configurations = new ConfigurationStore(store, new SeededRandomSource(1), TimeProvider.System);
        Reader = new LoyaltyReader(store);
        Booking = NewBooking();
    }

    public MemoryStore Store { get; }

    public ConfigurationStore Configurations { get; }

    public LoyaltyReader Reader { get; }

    public PointsBooking Booking { get; }

    public static async Task<LoyaltyWorld> OpenAsync(Func<LoyaltyProgram, LoyaltyProgram>? change = null, int seed = 1)
    {
        var world = new LoyaltyWorld(new MemoryStore(TimeProvider.System, Interleaving.Seeded(new Random(seed))));
        await world.Configurations.UpdateAsync(_ => [ConfigurationChange.Put(EntityKinds.LoyaltyProgram, change?.Invoke(Program) ?? Program)]);
        return world;
    }

    /// <summary>The booking of another instance.</summary>
    public PointsBooking NewBooking() => new(Store, Reader, new DueIndex(Store), Configurations, TimeProvider.System);

    public PointsOperation Adding(string id, int day, params Lot[] lots) => Doing(id, day) with
    {
        Additions = [.. lots.Select(lot => new PointsAddition("", lot with { EntryId = ++_entries }, null))],
    };

    public static PointsOperation Doing(string id, int day) => new() { Id = id, At = Points.Day(day), ProgramId = 1, Owner = Owner };

    public Task<PointsReceipt?> AddAsync(string id, int day, params Lot[] lots) => Booking.BookAsync(Adding(id, day, lots), default);

    public Task<LoyaltyAccount> ReadAsync() => Reader.ReadAsync(1, Owner, default);

    public async Task<LedgerBalance> BalanceAsync(int day, string subledger = "") => new Ledger((await ReadAsync()).Ledger(subledger), Points.Day(day)).Balance;

    public async Task AssertSumAsync()
    {
        var entries = await Reader.LogAsync(1, Owner);
        foreach (var ledger in (await ReadAsync()).Ledgers.Values)
            Assert.Equal(entries.Where(entry => entry.Subledger == ledger.Subledger).Sum(entry => entry.Points), ledger.AllLots.Sum(lot => lot.Points) - ledger.Owed);
    }
}
