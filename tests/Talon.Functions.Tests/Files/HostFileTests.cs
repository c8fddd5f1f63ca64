using System.Reflection;
using System.Text.Json;
using Talon.Storage;

namespace Talon.Functions.Tests;

public sealed class HostFileTests
{
    private static readonly JsonElement Host = RepositoryFiles.Json("host.json");
    private static readonly JsonElement Extensions = Host.GetProperty("extensions");

    [Fact]
    public void Paths_begin_with_their_version() => Assert.Equal("", Extensions.GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void The_durable_hub_is_polled_at_least_once_a_second_and_logs_no_contents()
    {
        var durable = Extensions.GetProperty("durableTask");

        Assert.InRange(Time(durable.GetProperty("storageProvider").GetProperty("maxQueuePollingInterval")), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.False(durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());
    }

    [Fact]
    public void Queues_are_read_as_they_are_written()
    {
        var queues = Extensions.GetProperty("queues");

        Assert.Equal(IMessageQueue.MaxDeliveries, queues.GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());
        Assert.InRange(queues.GetProperty("batchSize").GetInt32(), 1, StorageLimits.MaxReceive);
    }

    [Fact]
    public void Telemetry_is_sampled_OpenTelemetry_without_the_URLs_of_requests_that_worked()
    {
        Assert.Equal("OpenTelemetry", Host.GetProperty("telemetryMode").GetString());
        Assert.True(Host.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("isEnabled").GetBoolean());
        Assert.Equal("Error", Host.GetProperty("logging").GetProperty("logLevel").GetProperty("Host.Results").GetString());
    }

    [Fact]
    public void The_sample_settings_name_what_the_application_reads()
    {
        var values = RepositoryFiles.Json("local.settings.sample.json").GetProperty("Values");

        Assert.Equal("dotnet-isolated", values.GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString());
        Assert.Equal("true", values.GetProperty("AzureWebJobsDisableHomepage").GetString());
        Assert.True(values.TryGetProperty(ServiceRegistration.Connection, out _));
        Assert.NotNull(FunctionsSettings.Read(name => values.TryGetProperty(name, out var value) ? value.GetString() : null).ManagementKey);
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("local.settings.json")]
    [InlineData("Talon.Functions.dll")]
    [InlineData("Talon.Functions.deps.json")]
    [InlineData("Talon.Functions.runtimeconfig.json")]
    public void The_build_lays_beside_the_app_what_func_looks_for(string file) => Assert.True(File.Exists(Built(file)), $"{Built(file)} is missing.");

    [Theory]
    [InlineData("worker.config.json", "Talon.Functions.dll")]
    [InlineData("functions.metadata", "CustomerSessions")]
    [InlineData("extensions.json", "DurableTask")]
    [InlineData("extensions.json", "AzureStorageQueues")]
    [InlineData(".azurefunctions/function.deps.json", "DurableTask")]
    public void The_workers_build_tools_lay_beside_the_app_what_the_host_starts_from(string file, string content)
    {
        var sdk = typeof(HostFileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "WorkerSdk").Value!;
        Assert.SkipUnless(Directory.Exists(Path.Combine(sdk, "tools")), "The worker SDK that was restored has no build tools.");

        Assert.True(File.Exists(Built(file)), $"{Built(file)} is missing.");
        Assert.Contains(content, File.ReadAllText(Built(file)), StringComparison.Ordinal);
    }

    private static string Built(string file) => Path.Combine(RepositoryFiles.Root, "src", "Talon.Functions", "bin", Configuration, "net10.0", file);

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static TimeSpan Time(JsonElement value) => TimeSpan.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
