namespace Talon.Storage.Tests;

public sealed class SqliteStoreContractTests : LocalStoreContract
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public SqliteStoreContractTests() => store = SqliteStore.Open(folder.File("talon.db"), Time);

    protected override ITableStore Tables => store;

    protected override ILocalQueue LocalQueue => store;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }
}
