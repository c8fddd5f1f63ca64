using System.Text.Json;
using System.Text.RegularExpressions;

namespace Talon.Cli.Tests;

public sealed partial class ImportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talon-import");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Coupons_come_in_and_refused_lines_are_kept_with_their_reasons()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        var file = Write("codes.csv", "value,limitval\n" + string.Concat(Enumerable.Range(0, 12_000).Select(i => $"CODE-{i:D6},1\n")) + "xmas20,1\n\"a,b-code\",2\nCODE-000001,1\nx,1\n");

        var (exit, output, error) = await server.RunAsync("import", "coupons", file, "--campaign", "Any valid coupon");

        Assert.Equal((1, ""), (exit, error));
        Assert.StartsWith("12001 imported, 3 refused; see ", output);
        var refused = await File.ReadAllLinesAsync(file + ".refused", TestContext.Current.CancellationToken);
        Assert.Equal("value,limitval,refusal", refused[0]);
        Assert.Equal(["xmas20", "CODE-000001", "x"], refused.Skip(1).Select(line => line.Split(',')[0]));
        Assert.StartsWith("xmas20,1,\"Line 12002: the code \"\"xmas20\"\" exists already", refused[1]);
        Assert.False(File.Exists(file + ".progress"));

        await File.WriteAllTextAsync(file + ".refused", "value,limitval,refusal\nxmas21,1,whatever\n", TestContext.Current.CancellationToken);
        Assert.Equal((0, "1 imported, 0 refused.\n"), Short(await server.RunAsync("import", "coupons", file + ".refused", "--campaign", "Any valid coupon")));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_goes_on_where_it_was()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        var file = Write("codes.csv", "value\naaa-1\naaa-2\naaa-3\n");
        await File.WriteAllTextAsync(file + ".progress", JsonSerializer.Serialize(new { Target = $"coupons  Any valid coupon  at {server.Url}", Done = 2, Refused = 0 }), TestContext.Current.CancellationToken);

        var resumed = await server.RunAsync("import", "coupons", file, "--campaign", "Any valid coupon", "--json");
        var all = await server.RunAsync("import", "coupons", file, "--campaign", "Any valid coupon", "--json");

        Assert.Equal(3, JsonDocument.Parse(resumed.Output).RootElement.GetProperty("imported").GetInt32());
        Assert.Equal((2, 1), (JsonDocument.Parse(all.Output).RootElement.GetProperty("imported").GetInt32(), JsonDocument.Parse(all.Output).RootElement.GetProperty("refused").GetInt32()));
    }

    [Fact]
    public async Task Customers_and_past_orders_come_in_as_json_lines()
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        var key = DemoKey().Match(server.Printed).Groups[1].Value;
        var customers = Write("customers.jsonl", """
            {"integrationId":"ann","attributes":{"Name":"Ann"}}
            {"integrationId":"bob","attributes":{"nonsense":1}}

            {"integrationId":"eve"}
            """);
        var orders = Write("orders.jsonl", """
            {"integrationId":"o-1","profileId":"ann","cartItems":[{"sku":"x","quantity":1,"price":10}]}
            {"integrationId":"o-2","profileId":"ann","cartItems":[{"sku":"x","quantity":-1,"price":10}]}
            not json
            """);

        var profiles = await server.RunAsync("import", "profiles", customers, "--api-key", key);
        var sessions = await server.RunAsync("import", "sessions", orders, "--api-key", key);

        Assert.StartsWith("2 imported, 1 refused; see ", profiles.Output);
        Assert.StartsWith("1 imported, 2 refused; see ", sessions.Output);
        var again = await server.RunAsync("import", "sessions", orders, "--api-key", key);
        Assert.StartsWith("1 imported, 2 refused; see ", again.Output);
        Assert.Contains("for 0 of 1 sessions", (await server.RunAsync("preview", "Any valid coupon", "--last", "10")).Output);
    }

    [Theory]
    [InlineData("import", "nonsense", "x.csv")]
    [InlineData("import", "coupons", "no-such-file.csv", "--campaign", "Any valid coupon")]
    [InlineData("import", "coupons", "no-such-file.csv")]
    [InlineData("import", "profiles", "no-such-file.jsonl")]
    public async Task A_wrong_command_line_ends_with_2(params string[] args)
    {
        await using var server = await LocalServer.StartAsync(demo: true);

        Assert.Equal(2, (await server.RunAsync(args)).Exit);
    }

    private static (int Exit, string Output) Short((int Exit, string Output, string Error) result) => (result.Exit, result.Output);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex(@"Integration API key, shown this once: (\S+)")]
    private static partial Regex DemoKey();
}
