using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Functions.Tests;

/// <summary>The functions over a store, called as the host calls them.</summary>
internal sealed class FunctionsWorld
{
    /// <summary>The customer of every session.</summary>
    public const string Profile = "customer-1";

    private const string ManagementKey = "management-key-of-the-tests";

    private readonly DurableTaskClient _durable;
    private readonly Func<Task> _drain;
    private string? _application;
    private string? _key;

    /// <summary>Makes a host.</summary>
    /// <param name="tables">The rows.</param>
    /// <param name="queue">The messages.</param>
    /// <param name="durable">The client that its calls bring; by default one that may not be called.</param>
    public FunctionsWorld(ITableStore tables, IMessageQueue queue, DurableTaskClient? durable = null)
    {
        _durable = durable ?? FakeDurableClient.Untouchable;
        var turnstiles = new DurableTurnstiles();
        var gate = new LeaseGate(tables, turnstiles, TimeProvider.System, SystemRandomSource.Instance);
        Application = new(
            new FunctionsSettings { ManagementKey = ManagementKey },
            new PromotionPorts(tables, queue, gate, TimeProvider.System, SystemRandomSource.Instance, FinaliseMode.Queue),
            NullLoggerFactory.Instance);
        var pending = new PendingWork();
        _drain = pending.DrainAsync;
        Http = new(new HttpGateway(Application, turnstiles, pending));
        Queue = new(new QueueGateway(Application, queue, TimeProvider.System, NullLogger<QueueGateway>.Instance));
        Messages = queue;
    }

    public TalonApplication Application { get; }

    public HttpFunctions Http { get; }

    public QueueFunctions Queue { get; }

    public IMessageQueue Messages { get; }

    /// <summary>The Application, once there is one.</summary>
    public string ApplicationId => _application!;

    /// <summary>A host over a store in memory.</summary>
    public static FunctionsWorld InMemory(DurableTaskClient? durable = null)
    {
        var store = new MemoryStore(TimeProvider.System);
        return new(store, store, durable);
    }

    /// <summary>Sends a request to the function that its path leads to.</summary>
    public async Task<FakeResponse> SendAsync(string method, string target, string? body, params IReadOnlyList<(string Name, string Value)> headers)
    {
        var request = new FakeRequest(method, "http://localhost:7071" + target, body, headers);
        var route = FunctionRoute.Find(target.Split('?')[0]) ?? throw new InvalidOperationException($"No function answers {target}.");
        object?[] arguments = [.. route.Method.GetParameters().Select(parameter => Argument(parameter.ParameterType, request))];
        var response = (FakeResponse)await (Task<HttpResponseData>)route.Method.Invoke(Http, arguments)!;
        await _drain();
        return response;
    }

    /// <summary>Sets up, and expects that it works.</summary>
    public async Task<JsonElement> SetUpAsync(string path, string body)
    {
        var response = await SendAsync("POST", path, body, ("Authorization", $"ManagementKey-v1 {ManagementKey}"));
        Assert.True((int)response.StatusCode is 201 or 204, $"{response.StatusCode}: {response.Text}");
        return response.Text.Length == 0 ? default : JsonElement.Parse(response.Text);
    }

    /// <summary>An Application whose coupon <c>xmas20</c> gives a fifth off.</summary>
    public async Task<FunctionsWorld> WithShopAsync()
    {
        _application = (await SetUpAsync("/v1/applications", """{"name":"Shop","timezone":"UTC","currency":"EUR"}""")).GetProperty("id").GetRawText();
        var campaign = await AddCampaignAsync("""[{"title":"20 % off","condition":["and",["couponValid"]],"effects":[["setDiscount","20 % off",["*",[".","Session","Total"],0.2]]]}]""");
        await SetUpAsync($"{campaign}/coupons", """{"usageLimit":1,"numberOfCoupons":1,"couponPattern":"xmas20"}""");
        _key = (await SetUpAsync($"/v1/applications/{_application}/apikeys", """{"title":"web","expires":"2999-01-01T00:00:00Z"}""")).GetProperty("key").GetString();
        return this;
    }

    /// <summary>Adds a campaign with these rules to the Application; the path of the campaign.</summary>
    public async Task<string> AddCampaignAsync(string rules)
    {
        var campaigns = $"/v1/applications/{_application}/campaigns";
        var campaign = $"{campaigns}/{(await SetUpAsync(campaigns, """{"name":"Campaign","description":"","state":"enabled","tags":[],"features":["coupons"],"limits":[]}""")).GetProperty("id").GetRawText()}";
        await SetUpAsync($"{campaign}/rulesets", $$"""{"rules":{{rules}},"bindings":[],"activate":true}""");
        return campaign;
    }

    /// <summary>Imports a file of comma-separated values.</summary>
    public async Task ImportAsync(string path, string file)
    {
        const string boundary = "the-end-of-a-part";
        var body = $"--{boundary}\r\nContent-Disposition: form-data; name=\"upFile\"; filename=\"file.csv\"\r\nContent-Type: text/csv\r\n\r\n{file}\r\n--{boundary}--\r\n";
        var response = await SendAsync("POST", path, body, ("Authorization", $"ManagementKey-v1 {ManagementKey}"), ("Content-Type", $"multipart/form-data; boundary={boundary}"));
        Assert.True((int)response.StatusCode == 200, $"{response.StatusCode}: {response.Text}");
    }

    /// <summary>Updates a session with the coupon; its id is sent as it stands.</summary>
    public Task<FakeResponse> PutSessionAsync(string id, string state = "open", params IReadOnlyList<(string Name, string Value)> headers) => PutSessionAsync(id, state, Profile, headers);

    /// <summary>Updates a session of a customer with the coupon.</summary>
    public Task<FakeResponse> PutSessionAsync(string id, string state, string profile, params IReadOnlyList<(string Name, string Value)> headers) => SendAsync(
        "PUT",
        $"/v2/customer_sessions/{id}",
        $$"""{"customerSession":{"profileId":"{{profile}}","state":"{{state}}","couponCodes":["xmas20"],"cartItems":[{"name":"Blouse","sku":"b","quantity":1,"price":100}]},"responseContent":["customerSession","customerProfile","coupons"]}""",
        [("Authorization", $"ApiKey-v1 {_key}"), .. headers]);

    /// <summary>Works off a queue once, as the host does; the number of messages.</summary>
    public async Task<int> PumpAsync(string queue, Func<string, FakeContext, Task> function)
    {
        var messages = await Messages.ReceiveAsync(queue, 32, TimeSpan.FromSeconds(30));
        foreach (var message in messages)
        {
            await function(message.Body, new FakeContext { Data = { ["DequeueCount"] = message.Delivery } });
            await Messages.DeleteAsync(message);
        }

        return messages.Count;
    }

    private object? Argument(Type type, FakeRequest request) =>
        type == typeof(HttpRequestData) ? request : type == typeof(DurableTaskClient) ? _durable : TestContext.Current.CancellationToken;
}
