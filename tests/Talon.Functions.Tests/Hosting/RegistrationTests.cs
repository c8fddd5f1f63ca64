using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Talon.Promotions;

namespace Talon.Functions.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_application_is_made_without_calling_anybody()
    {
        // Nobody listens there: a call would fail.
        await using var services = Services(new() { ["TalonStorage"] = "AccountName=nobody;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/nobody;QueueEndpoint=http://127.0.0.1:1/nobody" });

        Assert.NotNull(services.GetRequiredService<HttpGateway>());
        Assert.NotNull(services.GetRequiredService<QueueGateway>());
    }

    [Fact]
    public async Task Settings_that_are_missing_are_named_at_the_first_call()
    {
        await using var services = Services([]);

        var refusal = Assert.Throws<InvalidOperationException>(services.GetRequiredService<HttpGateway>);

        Assert.Contains("TalonStorage", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finalisation_is_left_to_the_queues_by_default()
    {
        Assert.Equal(FinaliseMode.Queue, FunctionsSettings.Read(_ => null).Finalise);
        Assert.Equal(FinaliseMode.Inline, FunctionsSettings.Read(name => name == "TALON_FINALISE" ? "inline" : null).Finalise);
    }

    [Theory]
    [InlineData("TALON_FINALISE", "sometimes")]
    [InlineData("TALON_SHARDS", "0-5=TalonStorage")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => FunctionsSettings.Read(asked => asked == name ? value : null));

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddLogging().AddTalon(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
