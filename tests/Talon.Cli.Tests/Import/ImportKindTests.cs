namespace Talon.Cli.Tests;

public sealed class ImportKindTests
{
    [Theory]
    [InlineData("referrals", "code,advocateprofileintegrationid,limitval\nFRIEND-1,ann,3\nFRIEND-2,,1\nx,ann,1\nFRIEND-1,ann,1\n", 1, "FRIEND-2 x FRIEND-1", "code,advocateprofileintegrationid,limitval\nFRIEND-2,ann,1\n")]
    [InlineData("giveaways", "code,startdate,enddate\nA,,\nA,,\nB,2030-01-01T00:00:00Z,2029-01-01T00:00:00Z\n", 2, "B", "code,startdate,enddate\nB,,2029-01-01T00:00:00Z\n")]
    [InlineData("audience", "customer\nann\nbob\n\"\"\n", 2, "\"\"", "customer\neve\n")]
    [InlineData("balances", "customerprofileid,amount,subledgerid,reason\nc0,10,,Old shop\nc0,5,travel,Old shop\nc0,7,,Old shop\nc1,many,,\n", 2, "c0 c1", "customerprofileid,amount\nc1,3\n")]
    [InlineData("ledgers", "customerprofileid,amount,type,startdate,expirydate\nc0,10,addition,2024-01-01T00:00:00Z,2025-01-01T00:00:00Z\nc0,4,subtraction,2024-02-01T00:00:00Z,\nc0,9,subtraction,2024-03-01T00:00:00Z,\n", 2, "c0", "customerprofileid,amount\nc0,4\n")]
    public async Task Records_come_in_and_refused_ones_can_be_corrected(string kind, string file, int imported, string refused, string corrected)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var path = folder.Write("records.csv", file);

        var (exit, output, error) = await folder.ImportAsync(kind, path);

        var names = refused.Split(' ');
        Assert.True(exit == 1 && error.Length == 0, output + error + (File.Exists(path + ".refused") ? await File.ReadAllTextAsync(path + ".refused", TestContext.Current.CancellationToken) : ""));
        Assert.True(output.StartsWith($"{imported} imported, {names.Length} refused; see ", StringComparison.Ordinal), output + string.Concat(await File.ReadAllTextAsync(path + ".refused", TestContext.Current.CancellationToken)));
        var kept = await File.ReadAllLinesAsync(path + ".refused", TestContext.Current.CancellationToken);
        Assert.EndsWith(",refusal", kept[0]);
        Assert.Equal(names.Select(name => name == "\"\"" ? "" : name), kept.Skip(1).Select(line => line.Split(',')[0]));
        Assert.All(kept.Skip(1), line => Assert.Contains("Line ", line));

        await File.WriteAllTextAsync(path + ".refused", corrected, TestContext.Current.CancellationToken);
        var (again, told, problem) = await folder.ImportAsync(kind, path + ".refused");
        Assert.Equal((0, "1 imported, 0 refused.\n", ""), (again, told, problem));
    }

    [Fact]
    public async Task A_collection_is_replaced_or_stays_as_it_was()
    {
        await using var folder = await ImportFolder.OpenAsync();

        Assert.Equal("3 imported, 0 refused.\n", (await folder.ImportAsync("collection", folder.Write("shoes.csv", "item\na\nb\nc\n"))).Output);
        Assert.Equal("1 imported, 0 refused.\n", (await folder.ImportAsync("collection", folder.Write("fewer.jsonl", """{"item":"d"}"""))).Output);
        Assert.Equal(1, await folder.CountAsync("collection"));
        var refused = await folder.ImportAsync("collection", folder.Write("long.csv", $"item\n{new string('x', 2000)}\n"));

        Assert.Equal(1, refused.Exit);
        Assert.StartsWith("0 imported, 1 refused; see ", refused.Output);
    }

    [Fact]
    public async Task Points_are_booked_once_however_often_they_are_imported()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var balances = folder.Write("balances.csv", "customerprofileid,amount,reason\nc0,10,Old shop\nc1,0,Old shop\nc2,0,\nc3,0,\nc4,5,\n");
        var ledger = folder.Write("ledger.jsonl", """
            {"customerProfileId":"c0","amount":2,"reason":"Order"}
            {"customerProfileId":"c0","amount":2,"reason":"Order"}
            {"customerProfileId":"c0","amount":2,"motive":"Order"}
            nonsense
            """);

        Assert.Equal("5 imported, 0 refused.\n", (await folder.ImportAsync("balances", balances)).Output);
        Assert.Equal("0 imported, 5 had come in before, 0 refused.\n", (await folder.ImportAsync("balances", balances)).Output);
        Assert.StartsWith("2 imported, 2 refused; see ", (await folder.ImportAsync("ledgers", ledger)).Output);
        Assert.StartsWith("0 imported, 2 had come in before, 2 refused; see ", (await folder.ImportAsync("ledgers", ledger)).Output);
        Assert.Equal(19, await folder.CountAsync("ledgers"));

        var other = await folder.ImportAsync("balances", folder.Write("other.csv", "customerprofileid,amount\nc0,11\n"));
        Assert.StartsWith("0 imported, 1 refused; see ", other.Output);
        Assert.Equal("5 imported, 0 refused.\n", (await folder.ImportAsync("balances", balances, "--batch", "once more")).Output);
        Assert.Equal(34, await folder.CountAsync("ledgers"));
    }

    [Fact]
    public async Task Giveaways_come_in_once_however_often_they_are_imported()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var file = folder.Write("cards.csv", "code\nA\nA\n");

        Assert.Equal("2 imported, 0 refused.\n", (await folder.ImportAsync("giveaways", file)).Output);
        Assert.Equal("0 imported, 2 had come in before, 0 refused.\n", (await folder.ImportAsync("giveaways", file)).Output);
        Assert.Equal("2 imported, 0 refused.\n", (await folder.ImportAsync("giveaways", file, "--batch", "second")).Output);
    }

    [Fact]
    public async Task Refused_json_lines_can_be_imported_as_they_were_kept()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var path = folder.Write("customers.jsonl", """
            {"integrationId":"ann"}
            {"integrationId":"bob","attributes":{"nonsense":1}}
            """);
        Assert.StartsWith("1 imported, 1 refused; see ", (await folder.ImportAsync("profiles", path)).Output);

        var kept = await File.ReadAllTextAsync(path + ".refused", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path + ".refused", kept.Replace("\"nonsense\":1", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("\t", kept, StringComparison.Ordinal);
        Assert.Equal("1 imported, 0 refused.\n", (await folder.ImportAsync("profiles", path + ".refused")).Output);
    }

    [Fact]
    public async Task A_file_that_is_no_csv_from_some_line_on_can_be_corrected_there()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var path = folder.Write("shoes.csv", "item\na\n\"b\n");

        var (exit, _, error) = await folder.ImportAsync("collection", path);

        Assert.Equal(2, exit);
        Assert.Contains("Line 3: a quote is not closed.", error);
    }
}
