using System.IO.Compression;
using System.Text;
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
    [InlineData(';', false)]
    [InlineData('\t', false)]
    [InlineData(',', true)]
    [InlineData(';', true)]
    public async Task Fields_may_be_parted_otherwise_and_files_packed(char separator, bool packed)
    {
        await using var server = await LocalServer.StartAsync(demo: true);
        var text = "\uFEFFValue,\"limitval\"\r\nAAA-1,1\r\n\"AAA-2\",2\r\nAAA-3,no\r\n".Replace(',', separator);
        var file = Path.Combine(_folder.FullName, packed ? "codes.csv.gz" : "codes.csv");
        await using (var stream = File.Create(file))
        await using (var output = packed ? new GZipStream(stream, CompressionLevel.Fastest) : (Stream)stream)
            await output.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        var (exit, told, error) = await server.RunAsync("import", "coupons", file, "--campaign", "Any valid coupon");

        Assert.Equal((1, ""), (exit, error));
        Assert.StartsWith("2 imported, 1 refused; see ", told);
        Assert.StartsWith("AAA-3,no,\"Line 4: ", (await File.ReadAllLinesAsync(file + ".refused", TestContext.Current.CancellationToken))[1]);
    }

    [Theory]
    [InlineData("coupons", "code,limitval\nA-1,1\n", "The column \"code\" is not one of: value, ")]
    [InlineData("balances", "customer,amount\nann,1\n", "The column \"customer\" is not one of: amount, ")]
    [InlineData("audience", "ann\nbob\n", "\"ann\" is none of them")]
    [InlineData("coupons", "value\nA-\u00e9\n", "is not UTF-8")]
    public async Task A_file_that_is_wrong_as_a_whole_is_refused_as_a_whole(string kind, string text, string problem)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var file = folder.Write("records.csv", "");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);

        var (exit, output, error) = await folder.ImportAsync(kind, file);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(problem, error);
        Assert.False(File.Exists(file + ".refused"));
    }

    [Fact]
    public async Task Orders_of_one_customer_come_in_in_their_order_and_those_of_many_side_by_side()
    {
        await using var folder = await ImportFolder.OpenAsync();
        using var client = folder.Server.Client();
        using var integration = new TalonClient(new Uri(folder.Server.Url), TalonClient.IntegrationScheme, folder.ApiKey);
        var file = folder.Write("orders.jsonl", string.Concat(Enumerable.Range(0, 300).Select(i => i == 7 ? "{\"integrationId\":7}\n" : $$"""{"integrationId":"o-{{i}}","profileId":"c{{i % 20}}","cartItems":[{"sku":"x","quantity":1,"price":1}]}""" + "\n")));
        var watched = new WatchedTarget(await ImportFolder.TargetAsync(client, integration, "sessions"));

        var end = await new ImportRun(file, "orders", watched).RunAsync((_, _) => { }, TestContext.Current.CancellationToken);

        Assert.Equal((300, 1), (end.Done, end.Refused));
        Assert.True(watched.MostAtOnce > 1);
        Assert.All(watched.Sent.GroupBy(record => record.Line % 20), lane => Assert.Equal(lane.Select(record => record.Line).Order(), lane.Select(record => record.Line)));
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
