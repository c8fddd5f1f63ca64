using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

public sealed class StorageAccountTests
{
    [Fact]
    public void A_connection_string_reaches_tables_and_queues()
    {
        var account = Account(new() { ["Store"] = "UseDevelopmentStorage=true" });

        Assert.Equal("devstoreaccount1", account.Table("talon").AccountName);
        Assert.Equal("devstoreaccount1", account.Queues().AccountName);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("managedidentity", null)]
    [InlineData("managedidentity", "00000000-0000-0000-0000-000000000001")]
    public void Addresses_and_an_identity_reach_them_too(string? credential, string? clientId)
    {
        var account = Account(new()
        {
            ["Store:tableServiceUri"] = "https://shop.table.core.windows.net",
            ["Store:queueServiceUri"] = "https://shop.queue.core.windows.net",
            ["Store:credential"] = credential,
            ["Store:clientId"] = clientId,
        });

        Assert.Equal("shop", account.Table("talon").AccountName);
        Assert.Equal("shop", account.Queues().AccountName);
    }

    [Fact]
    public void Settings_that_name_no_account_say_what_is_missing()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Account([]));

        Assert.Contains("Store__tableServiceUri", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_without_queues_is_refused_when_they_are_used()
    {
        var account = Account(new() { ["Store:tableServiceUri"] = "https://shop.table.core.windows.net" });

        Assert.Throws<InvalidOperationException>(account.Queues);
    }

    private static StorageAccount Account(Dictionary<string, string?> settings) => StorageAccount.FromSettings("Store", settings.GetValueOrDefault);
}
