namespace Talon.Storage.Tests;

public sealed class SqliteStoreContractTests : LocalStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;

    public SqliteStoreContractTests() => _store = SqliteStore.Open(_folder.File("talon.db"), Time);

    protected override ITableStore Tables => _store;

    protected override ILocalQueue LocalQueue => _store;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
