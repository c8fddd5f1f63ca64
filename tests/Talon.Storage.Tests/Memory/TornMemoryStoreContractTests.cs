namespace Talon.Storage.Tests;

public sealed class TornMemoryStoreContractTests : LocalStoreContract
{
    private readonly MemoryStore _store;

    public TornMemoryStoreContractTests() => _store = new(Time, Interleaving.Seeded(new(20260101)));

    protected override ITableStore Tables => _store;

    protected override ILocalQueue LocalQueue => _store;
}
