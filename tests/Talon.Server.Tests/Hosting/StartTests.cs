using System.Net;
using System.Text.RegularExpressions;

namespace Talon.Server.Tests;

public sealed partial class StartTests
{
    [Fact]
    public async Task The_first_start_prints_a_management_key_that_works_and_later_starts_do_not()
    {
        using var folder = new TestFolder();
        using var http = new HttpClient(new AnswerChecker());
        string key;
        await using (var first = await ServerProcess.StartAsync(folder.Path))
        {
            key = KeyLine().Match(first.Output).Groups[1].Value;
            (await new ApiClient(http, first.BaseUrl, $"ManagementKey-v1 {key}").GetAsync("/v1/applications")).Expect(200);
            await first.TerminateAsync();
        }

        await using var second = await ServerProcess.StartAsync(folder.Path);
        Assert.DoesNotMatch(KeyLine(), second.Output);
        (await new ApiClient(http, second.BaseUrl, $"ManagementKey-v1 {key}").GetAsync("/v1/applications")).Expect(200);
    }

    [Fact]
    public async Task The_demo_answers_the_request_that_it_prints()
    {
        using var folder = new TestFolder();
        using var http = new HttpClient(new AnswerChecker());
        await using var server = await ServerProcess.StartAsync(folder.Path, "--demo");
        var printed = server.Output;
        var key = DemoKey().Match(printed).Groups[1].Value;
        var body = DemoBody().Match(printed).Groups[1].Value;
        var reply = await new ApiClient(http, server.BaseUrl, $"ApiKey-v1 {key}").PutAsync("/v2/customer_sessions/my_session_id", body);
        Assert.Equal(24.6m, reply.Expect(200).Props("setDiscount").GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_says_so()
    {
        using var folder = new TestFolder();
        await using var first = await ServerProcess.StartAsync(folder.Path);
        var (code, output) = await ServerProcess.RunAsync("--urls", "http://127.0.0.1:0", "--data", folder.Path);
        Assert.Equal(1, code);
        Assert.Contains("is in use by another process", output, StringComparison.Ordinal);
        Assert.Contains("--data", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_so()
    {
        using var folder = new TestFolder();
        using var other = new TestFolder();
        await using var first = await ServerProcess.StartAsync(folder.Path);
        var (code, output) = await ServerProcess.RunAsync("--urls", first.BaseUrl, "--data", other.Path);
        Assert.Equal(1, code);
        Assert.Contains("already in use", output, StringComparison.Ordinal);
        Assert.Contains("--urls", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--colour", "Unknown option")]
    [InlineData("--urls", "needs a value")]
    [InlineData("--urls=https://127.0.0.1:9000", "plain HTTP")]
    [InlineData("--urls=9000", "Cannot listen on")]
    [InlineData("--urls=http://127.0.0.1:99999", "Cannot listen on")]
    [InlineData("--data=/dev/null/x", "data folder")]
    public async Task A_setting_that_cannot_be_used_is_named(string argument, string message)
    {
        var (code, output) = await ServerProcess.RunAsync(argument);
        Assert.Equal(1, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_win_over_the_environment()
    {
        static string? Environment(string name) => name switch
        {
            "TALON_URLS" => "http://*:1;http://localhost:2",
            "TALON_DATA" => "from-environment",
            "TALON_MANAGEMENT_KEY" => "key-from-environment",
            _ => null,
        };
        var settings = SettingsReader.Read(["--data", "from-flag", "--demo"], Environment)!;
        Assert.Equal([new ListenAddress(null, 1), new ListenAddress(IPAddress.Loopback, 2)], settings.Addresses);
        Assert.Equal("from-flag", settings.DataFolder);
        Assert.Equal("key-from-environment", settings.ManagementKey);
        Assert.True(settings.Demo);
    }

    [Fact]
    public void Without_settings_it_listens_on_port_9000_of_this_machine_and_keeps_data_below()
    {
        var settings = SettingsReader.Read([], _ => null)!;
        Assert.Equal([new ListenAddress(IPAddress.Loopback, 9000)], settings.Addresses);
        Assert.Equal("data", settings.DataFolder);
        Assert.Null(settings.ManagementKey);
        Assert.False(settings.Demo);
    }

    [GeneratedRegex(@"^Management key.*: (\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"ApiKey-v1 ([^'""\s]+)")]
    private static partial Regex DemoKey();

    [GeneratedRegex(@"-d '([^']+)'")]
    private static partial Regex DemoBody();
}
