namespace Talon.Storage.Tests;

public sealed class MemoryStoreContractTests : LocalStoreContract
{
    private readonly MemoryStore _store;

    public MemoryStoreContractTests() => _store = new(Time);

    protected override ITableStore Tables => _store;

    protected override ILocalQueue LocalQueue => _store;
}
