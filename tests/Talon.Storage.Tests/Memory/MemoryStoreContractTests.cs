namespace Talon.Storage.Tests;

public sealed class MemoryStoreContractTests : LocalStoreContract
{
    private readonly MemoryStore store;

    public MemoryStoreContractTests() => store = new(Time);

    protected override ITableStore Tables => store;

    protected override ILocalQueue LocalQueue => store;
}
