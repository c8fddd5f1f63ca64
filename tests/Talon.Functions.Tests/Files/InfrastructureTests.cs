using Talon.Promotions;
using Talon.Storage;

namespace Talon.Functions.Tests;

public sealed class InfrastructureTests
{
    [Fact]
    public void No_storage_account_has_keys_or_plain_http()
    {
        var accounts = Template.Resources("Microsoft.Storage/storageAccounts");

        Assert.Equal(2, accounts.Count);
        Assert.All(accounts.Select(account => account.GetProperty("properties")), properties =>
        {
            Assert.False(properties.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(properties.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.True(properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("TLS1_2", properties.GetProperty("minimumTlsVersion").GetString());
        });
    }

    [Fact]
    public void The_app_runs_on_Flex_Consumption_with_an_identity_and_https_only()
    {
        var app = Assert.Single(Template.Resources("Microsoft.Web/sites"));
        var properties = app.GetProperty("properties");

        Assert.Equal("FlexConsumption", Assert.Single(Template.Resources("Microsoft.Web/serverfarms")).GetProperty("sku").GetProperty("tier").GetString());
        Assert.Equal("UserAssigned", app.GetProperty("identity").GetProperty("type").GetString());
        Assert.True(properties.GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("1.2", properties.GetProperty("siteConfig").GetProperty("minTlsVersion").GetString());
        Assert.Equal("dotnet-isolated", properties.GetProperty("functionAppConfig").GetProperty("runtime").GetProperty("name").GetString());
        Assert.All(
            Template.Resources("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False(policy.GetProperty("properties").GetProperty("allow").GetBoolean()));
    }

    [Fact]
    public void Every_queue_and_its_poison_queue_is_made()
    {
        var work = Template.Variable("work").EnumerateArray().Select(name => name.GetString());

        Assert.Equal(QueueHandlers.Names.Order(), work.Order());
    }

    [Fact]
    public void Every_role_is_given_on_one_resource() =>
        Assert.All(Template.Resources("Microsoft.Authorization/roleAssignments"), role => Assert.True(role.TryGetProperty("scope", out _), role.GetRawText()));

    [Fact]
    public void No_setting_holds_a_secret()
    {
        var settings = Assert.Single(Template.Resources("Microsoft.Web/sites/config")).GetProperty("properties").GetRawText();

        Assert.Contains("@Microsoft.KeyVault(SecretUri=", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", settings, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listKeys", settings, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Server_errors_and_poison_raise_an_alert()
    {
        var queries = Template.Resources("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.GetProperty("properties").GetProperty("criteria").GetRawText()).ToList();

        Assert.Equal(2, queries.Count);
        Assert.Contains(queries, query => query.Contains("toint(resultCode) >= 500", StringComparison.Ordinal) || query.Contains("toint(resultCode) \\u003E= 500", StringComparison.Ordinal));
        Assert.Contains(queries, query => query.Contains(PoisonQueue.Suffix, StringComparison.Ordinal) && query.Contains("StorageQueueLogs", StringComparison.Ordinal));
        Assert.Contains("StorageWrite", Assert.Single(Template.Resources("Microsoft.Insights/diagnosticSettings")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_has_to_choose_a_name_a_place_and_a_key_and_nothing_else()
    {
        var parameters = Template.Root.GetProperty("parameters").EnumerateObject().ToList();
        var needed = parameters.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _)).Select(parameter => parameter.Name);
        var given = RepositoryFiles.Json("infra", "main.parameters.json").GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.Equal(["environmentName", "keySeed", "location"], needed.Order());
        Assert.Empty(given.Except(parameters.Select(parameter => parameter.Name)));
        Assert.Contains("keySeed", given);
    }

    [Fact]
    public void The_key_is_kept_from_one_deployment_to_the_next()
    {
        var seed = RepositoryFiles.Json("infra", "main.parameters.json").GetProperty("parameters").GetProperty("keySeed").GetProperty("value").GetString()!;

        Assert.StartsWith("$(secretOrRandomPassword ", seed, StringComparison.Ordinal);
        Assert.DoesNotContain("newGuid", Template.Root.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("utcNow", Template.Root.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_the_deployment_prints_is_what_it_gives_out()
    {
        var outputs = Template.Root.GetProperty("outputs").EnumerateObject().Select(output => output.Name).ToHashSet();
        foreach (var name in (string[])["SERVICE_API_URL", "AZURE_KEY_VAULT_NAME", "TALON_MANAGEMENT_KEY_SECRET"])
        {
            Assert.Contains(name, outputs);
            Assert.Contains("$" + name, File.ReadAllText(RepositoryFiles.Find("infra", "after-deploy.sh")), StringComparison.Ordinal);
            Assert.Contains("$env:" + name, File.ReadAllText(RepositoryFiles.Find("infra", "after-deploy.ps1")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_azd_deploys_exists()
    {
        var description = File.ReadAllLines(RepositoryFiles.Find("azure.yaml"));
        var project = Assert.Single(description, line => line.Trim().StartsWith("project:", StringComparison.Ordinal)).Split(':')[1].Trim();

        Assert.True(Directory.Exists(RepositoryFiles.Find(project)), project);
        Assert.Contains("azd-service-name", Assert.Single(Template.Resources("Microsoft.Web/sites")).GetProperty("tags").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(description, line => line.Trim() == "api:");
    }
}
