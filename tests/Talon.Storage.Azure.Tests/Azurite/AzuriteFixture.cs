namespace Talon.Storage.Tests;

/// <summary>The emulator's tables and queues, shared by the tests of an assembly; the queues' clock stands still.</summary>
/// <remarks>Tests that use the queues or their clock are one collection, so that none runs beside another.</remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{

    private AzuriteProcess? _tables;
    private AzuriteProcess? _queues;

    /// <summary>Reaches both services.</summary>
    public string ConnectionString => Connection("first");

    /// <summary>Reaches both services with another account.</summary>
    public string SecondConnectionString => Connection("second");

    /// <summary>Moves the queues' clock.</summary>
    public Task AdvanceAsync(TimeSpan time) => _queues!.AdvanceAsync(time);

    public async ValueTask InitializeAsync()
    {
        _tables = await AzuriteProcess.StartAsync("table", ownClock: false);
        _queues = await AzuriteProcess.StartAsync("queue", ownClock: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tables is not null)
            await _tables.DisposeAsync();
        if (_queues is not null)
            await _queues.DisposeAsync();
    }

    private string Connection(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={AzuriteProcess.Key};TableEndpoint={_tables!.Address}{account};QueueEndpoint={_queues!.Address}{account};";
}
