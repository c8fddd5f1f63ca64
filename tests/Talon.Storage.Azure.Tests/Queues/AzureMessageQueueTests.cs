using System.Net;
using Azure.Storage.Queues;
using Talon.Storage.Azure;

namespace Talon.Storage.Tests;

[Collection(nameof(AzuriteFixture))]
public sealed class AzureMessageQueueTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_is_sent_in_the_base64_that_a_queue_trigger_decodes()
    {
        var client = Client("trigger");
        await Queue().SendAsync("trigger", "héllo");

        var message = (await client.PeekMessageAsync()).Value;

        Assert.Equal(Convert.ToBase64String("héllo"u8), message.MessageText);
    }

    [Fact]
    public async Task A_message_never_expires()
    {
        await Queue().SendAsync("lasting", "hello", TimeSpan.FromDays(7));

        await azurite.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal("hello", Assert.Single(await Queue().ReceiveAsync("lasting", 1, TimeSpan.FromSeconds(1))).Body);
    }

    [Fact]
    public async Task A_text_that_was_put_there_by_hand_is_read_as_it_is()
    {
        await Client("byhand").CreateAsync();
        await Client("byhand").SendMessageAsync("not base64!");

        Assert.Equal("not base64!", Assert.Single(await Queue().ReceiveAsync("byhand", 1, TimeSpan.FromSeconds(1))).Body);
    }

    [Fact]
    public async Task A_delay_is_never_cut_short()
    {
        await Queue().SendAsync("delayed", "hello", TimeSpan.FromMilliseconds(1001));

        await azurite.AdvanceAsync(TimeSpan.FromMilliseconds(1900));

        Assert.Empty(await Queue().ReceiveAsync("delayed", 1, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Without_an_answer_the_queue_is_unavailable()
    {
        await using var server = new FaultyServer(HttpStatusCode.ServiceUnavailable);
        var queue = new AzureMessageQueue(StorageAccount.FromConnectionString(server.ConnectionString));

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await queue.SendAsync("inbox", "hello"));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await queue.ReceiveAsync("inbox", 1, TimeSpan.FromSeconds(1)));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await queue.DeleteAsync(new("inbox", "id", "receipt", "", 1)));
    }

    private AzureMessageQueue Queue() => new(StorageAccount.FromConnectionString(azurite.ConnectionString));

    private QueueClient Client(string queue) => new(azurite.ConnectionString, queue);
}
