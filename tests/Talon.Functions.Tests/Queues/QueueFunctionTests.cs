using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Functions.Tests;

public sealed class QueueFunctionTests
{
    private static readonly MethodInfo[] Functions = [.. typeof(QueueFunctions).GetMethods().Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    public static TheoryData<string> Names => [.. QueueHandlers.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_queue_has_a_function(string queue)
    {
        var function = Assert.Single(Functions, method => Trigger(method).QueueName == queue);

        Assert.Equal(queue, function.GetCustomAttribute<FunctionAttribute>()!.Name, ignoreCase: true);
        Assert.Equal(ServiceRegistration.Connection, Trigger(function).Connection);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_message_that_fails_comes_again(string queue)
    {
        var world = FunctionsWorld.InMemory();

        await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(world, queue, "nonsense", delivery: 4));

        Assert.Empty(await world.Messages.ReceiveAsync(PoisonQueue.Of(queue), 1, TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_message_that_fails_for_the_fifth_time_is_put_aside_with_its_reason(string queue)
    {
        var world = FunctionsWorld.InMemory();

        await CallAsync(world, queue, "nonsense", delivery: 5);

        var text = Assert.Single(await world.Messages.ReceiveAsync(PoisonQueue.Of(queue), 1, TimeSpan.FromSeconds(30))).Body;
        var poison = PoisonMessage.Decode(text);
        Assert.Equal("nonsense", poison.Body);
        Assert.NotEmpty(poison.Reason!);
        Assert.NotNull(poison.FailedAt);
    }

    [Fact]
    public async Task Closing_leaves_a_message_and_its_function_applies_it_however_often_it_comes()
    {
        var world = await FunctionsWorld.InMemory().WithShopAsync();
        Assert.Equal(HttpStatusCode.OK, (await world.PutSessionAsync("cart-1", "closed")).StatusCode);
        var message = Assert.Single(await world.Messages.ReceiveAsync(OutboxQueues.Redemptions, 32, TimeSpan.FromSeconds(30))).Body;

        await world.Queue.RedemptionsAsync(message, new FakeContext());
        await world.Queue.RedemptionsAsync(message, new FakeContext());

        var profile = JsonElement.Parse((await world.PutSessionAsync("cart-2")).Text).GetProperty("customerProfile");
        Assert.Equal(1, profile.GetProperty("closedSessions").GetInt32());
    }

    [Fact]
    public async Task A_stopping_host_puts_nothing_aside()
    {
        var world = FunctionsWorld.InMemory();
        var context = new FakeContext(new CancellationToken(canceled: true)) { Data = { ["DequeueCount"] = 5 } };

        await Assert.ThrowsAnyAsync<Exception>(() => world.Queue.GuardAsync("nonsense", context));

        Assert.Empty(await world.Messages.ReceiveAsync("guard-poison", 1, TimeSpan.FromSeconds(30)));
    }

    private static QueueTriggerAttribute Trigger(MethodInfo method) => method.GetParameters()[0].GetCustomAttribute<QueueTriggerAttribute>()!;

    // The host gives binding data as text.
    private static Task CallAsync(FunctionsWorld world, string queue, string message, int delivery) =>
        (Task)Functions.Single(method => Trigger(method).QueueName == queue)
            .Invoke(world.Queue, [message, new FakeContext { Data = { ["DequeueCount"] = $"{delivery}" } }])!;
}
