using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Server.Tests;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace Talon.Server.Tests;

/// <summary>One server for all tests; each test makes an Application of its own.</summary>
/// <remarks>With <c>TALON_BASE_URL</c> and <c>TALON_MANAGEMENT_KEY</c> the tests run against another server.</remarks>
public sealed class ServerFixture : IAsyncLifetime
{
    private static readonly string? OtherServer = Environment.GetEnvironmentVariable("TALON_BASE_URL")?.TrimEnd('/');

    private readonly TestFolder _folder = new();
    private TalonHost? _host;

    internal static string ManagementKey { get; } = OtherServer is null ? "management-key-of-the-tests" : Environment.GetEnvironmentVariable("TALON_MANAGEMENT_KEY")!;

    /// <summary>Whether the tests run against a server of their own.</summary>
    internal static bool IsOwn => OtherServer is null;

    internal string DataFolder => _folder.Path;

    internal string BaseUrl => OtherServer ?? _host!.Addresses[0];

    internal HttpClient Http { get; } = new(new AnswerChecker());

    internal ApiClient Management => new(Http, BaseUrl, $"ManagementKey-v1 {ManagementKey}");

    public async ValueTask InitializeAsync()
    {
        if (OtherServer is null)
            _host = await TalonHost.StartAsync(
                new ServerSettings { Addresses = [new ListenAddress(IPAddress.Loopback, 0)], DataFolder = _folder.Path, ManagementKey = ManagementKey },
                TextWriter.Null,
                NullLoggerFactory.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    internal Task<Shop> CreateShopAsync() => Shop.CreateAsync(Http, BaseUrl, Management);
}
