namespace Talon.Storage.Tests;

public sealed class TornMemoryStoreContractTests : LocalStoreContract
{
    private readonly MemoryStore store;

    public TornMemoryStoreContractTests() => store = new(Time, Interleaving.Seeded(new(20260101)));

    protected override ITableStore Tables => store;

    protected override ILocalQueue LocalQueue => store;
}
