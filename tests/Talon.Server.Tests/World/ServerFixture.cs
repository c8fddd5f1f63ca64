using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Server.Tests;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace Talon.Server.Tests;

/// <summary>One server for all tests; each test makes an Application of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal const string ManagementKey = "management-key-of-the-tests";

    private readonly TestFolder _folder = new();
    private TalonHost? _host;

    internal string DataFolder => _folder.Path;

    internal string BaseUrl => _host!.Addresses[0];

    internal HttpClient Http { get; } = new(new AnswerChecker());

    internal ApiClient Management => new(Http, BaseUrl, $"ManagementKey-v1 {ManagementKey}");

    public async ValueTask InitializeAsync() => _host = await TalonHost.StartAsync(
        new ServerSettings { Addresses = [new ListenAddress(IPAddress.Loopback, 0)], DataFolder = _folder.Path, ManagementKey = ManagementKey },
        TextWriter.Null,
        NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
        _folder.Dispose();
    }

    internal Task<Shop> CreateShopAsync() => Shop.CreateAsync(Http, BaseUrl, Management);
}
