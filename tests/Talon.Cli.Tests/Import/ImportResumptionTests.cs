namespace Talon.Cli.Tests;

public sealed class ImportResumptionTests
{
    [Theory]
    [InlineData("coupons", false)]
    [InlineData("coupons", true)]
    [InlineData("referrals", false)]
    [InlineData("referrals", true)]
    [InlineData("giveaways", false)]
    [InlineData("giveaways", true)]
    [InlineData("balances", true)]
    [InlineData("ledgers", false)]
    [InlineData("ledgers", true)]
    [InlineData("audience", false)]
    [InlineData("audience", true)]
    [InlineData("collection", true)]
    [InlineData("profiles", true)]
    [InlineData("sessions", true)]
    public async Task An_import_that_dies_in_the_middle_brings_everything_in_once(string kind, bool sent)
    {
        await using var folder = await ImportFolder.OpenAsync();
        using var client = folder.Server.Client();
        using var integration = new TalonClient(new Uri(folder.Server.Url), TalonClient.IntegrationScheme, folder.ApiKey);
        var file = folder.Write("records", Records(kind));
        var target = await ImportFolder.TargetAsync(client, integration, kind);
        var run = new ImportRun(file, "the same", new DyingTarget(target, kind == "collection" ? 1 : 2, sent));

        await Assert.ThrowsAsync<OperationCanceledException>(() => run.RunAsync((_, _) => { }, TestContext.Current.CancellationToken));
        var end = await new ImportRun(file, "the same", target).RunAsync((_, _) => { }, TestContext.Current.CancellationToken);

        Assert.Equal(Count(kind), end.Done);
        Assert.False(File.Exists(ImportProgress.PathOf(file)));
        // Codes of the request that was on its way are told as existing, all others come in without a word.
        Assert.Equal(kind is "coupons" or "referrals" && sent ? Count(kind) - target.BatchSize : 0, end.Refused);
        if (kind is "giveaways")
            Assert.Equal(sent ? Count(kind) - target.BatchSize : 0, end.Before);
        else if (kind is not ("profiles" or "sessions"))
            Assert.Equal(Total(kind), await folder.CountAsync(kind));
    }

    [Fact]
    public async Task Refused_records_are_kept_once()
    {
        await using var folder = await ImportFolder.OpenAsync();
        using var client = folder.Server.Client();
        var file = folder.Write("cards.csv", "code,enddate\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => i is 7 or 5007 ? $"G{i},soon\n" : $"G{i},\n")));
        var target = await ImportFolder.TargetAsync(client, client, "giveaways");

        await Assert.ThrowsAsync<OperationCanceledException>(() => new ImportRun(file, "the same", new DyingTarget(target, 4, sent: true)).RunAsync((_, _) => { }, TestContext.Current.CancellationToken));
        // As it would be, had it died after the refused record was kept and before the progress was.
        await File.AppendAllTextAsync(file + ".refused", "G5007,soon,twice\n", TestContext.Current.CancellationToken);
        var end = await new ImportRun(file, "the same", target).RunAsync((_, _) => { }, TestContext.Current.CancellationToken);

        Assert.Equal((10_000, 2), (end.Done, end.Refused));
        var refused = await File.ReadAllLinesAsync(file + ".refused", TestContext.Current.CancellationToken);
        Assert.Equal(["code,enddate,refusal", "G7,soon", "G5007,soon"], refused.Select((line, i) => i == 0 ? line : string.Join(',', line.Split(',').Take(2))));
    }

    private static int Count(string kind) => kind switch { "coupons" or "referrals" or "giveaways" => 5200, "collection" => 50, "sessions" => 3, _ => 1100 };

    private static decimal Total(string kind) => kind switch { "balances" => 10, "ledgers" => 10, "coupons" => Count(kind) + 1, _ => Count(kind) };

    private static string Records(string kind) => kind switch
    {
        "coupons" => "value\n" + Lines(kind, i => $"code-{i}"),
        "referrals" => "code,advocateprofileintegrationid\n" + Lines(kind, i => $"code-{i},ann"),
        "giveaways" => "code\n" + Lines(kind, i => $"code-{i % 100}"),
        "collection" => "item\n" + Lines(kind, i => $"sku-{i}"),
        "audience" => "customer\n" + Lines(kind, i => $"c{i}"),
        "balances" => "customerprofileid,amount\n" + Lines(kind, i => $"c{i},{(i < 5 ? 2 : 1)}"),
        // Equal lines are different entries.
        "ledgers" => "customerprofileid,amount,type,reason\n" + Lines(kind, i => i < 10 ? $"c{i % 5},3,addition,Order" : i >= 1080 ? $"c{i % 5},1,subtraction,Mug" : $"d{i},1,addition,Order"),
        "profiles" => Lines(kind, i => $$"""{"integrationId":"c{{i}}"}"""),
        _ => Lines(kind, i => $$"""{"integrationId":"o-{{i}}","cartItems":[{"sku":"x","quantity":1,"price":10}]}"""),
    };

    private static string Lines(string kind, Func<int, string> line) => string.Concat(Enumerable.Range(0, Count(kind)).Select(i => line(i) + "\n"));
}
