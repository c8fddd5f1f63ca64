using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Talon.Http;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Server.Tests;

/// <summary>The Management API over an empty account in memory. Every answer is checked against what its operation declares.</summary>
internal sealed class ManagementWorld
{
    private const string Key = "management-key-of-the-tests";

    public const string Authorization = $"ManagementKey-v1 {Key}";

    private readonly Api _api;

    private ManagementWorld(ITableStore store)
    {
        Messages = store as IMessageQueue ?? new MemoryStore(TimeProvider.System);
        var random = new SeededRandomSource(1);
        Services = new(new(store, Messages, new InProcessGate(TimeProvider.System), TimeProvider.System, random, FinaliseMode.Inline));
        Account = new(new(Services.Configurations, Services.Ids, TimeProvider.System, random));
        _api = new(
            ApiServices.From(Services, Account, TimeProvider.System),
            new KeyAuthenticator(new(Account.Configurations, TimeProvider.System)),
            TimeProvider.System,
            NullLogger<Api>.Instance);
    }

    public IMessageQueue Messages { get; }

    public PromotionServices Services { get; }

    public AccountSetup Account { get; }

    public static async Task<ManagementWorld> CreateAsync(ITableStore? store = null)
    {
        var world = new ManagementWorld(store ?? new MemoryStore(TimeProvider.System));
        await world.Account.ManagementKeys.BootstrapAsync(Key);
        return world;
    }

    /// <summary>Sends a CSV file as a form.</summary>
    public Task<JsonElement> ImportAsync(string target, string file, int expected = 200) => SendAsync(
        "POST",
        target,
        $"--xyz\r\nContent-Disposition: form-data; name=\"upFile\"; filename=\"f.csv\"\r\nContent-Type: text/csv\r\n\r\n{file}\r\n--xyz--\r\n",
        expected,
        "multipart/form-data; boundary=\"xyz\"");

    /// <summary>The API over a store that has been used before.</summary>
    public static ManagementWorld Open(ITableStore store) => new(store);

    public Task<JsonElement> GetAsync(string target, int expected = 200) => SendAsync("GET", target, null, expected);

    public Task<JsonElement> PostAsync(string target, string body, int expected = 201) => SendAsync("POST", target, body, expected);

    public Task<JsonElement> PutAsync(string target, string body, int expected = 200) => SendAsync("PUT", target, body, expected);

    public Task<JsonElement> DeleteAsync(string target, int expected = 204) => SendAsync("DELETE", target, null, expected);

    /// <summary>An Application; returns its path.</summary>
    public async Task<string> ApplicationAsync(string more = "") =>
        $"/v1/applications/{Id(await PostAsync("/v1/applications", $$"""{"name":"shop","timezone":"Europe/Berlin","currency":"EUR"{{more}}}"""))}";

    /// <summary>A campaign; returns its path.</summary>
    public async Task<string> CampaignAsync(string application, string more = "") =>
        $"{application}/campaigns/{Id(await PostAsync($"{application}/campaigns", $$"""{"name":"summer","state":"enabled","tags":["a"],"features":["coupons"],"limits":[]{{more}}}"""))}";

    /// <summary>A ruleset of one rule.</summary>
    public static string Ruleset(string condition = """["couponValid"]""", string more = "") =>
        $$"""{"rules":[{"title":"rule","condition":{{condition}},"effects":[["setDiscount","10 off",10]]}],"bindings":[]{{more}}}""";

    public static string Id(JsonElement entity) => entity.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture);

    /// <summary>Where the problems of a refusal are, and their titles.</summary>
    public static IEnumerable<string> Problems(JsonElement refusal) => refusal.GetProperty("errors").EnumerateArray().Select(error =>
        $"{error.GetProperty("source").EnumerateObject().Select(place => place.Value.GetString()).FirstOrDefault()} {error.GetProperty("title").GetString()}");

    /// <summary>Works off a queue until nothing is visible in it.</summary>
    public async Task WorkOffAsync(string queue = QueueHandlers.Chores)
    {
        var pump = new QueuePump(Messages, Services.Queues, TimeProvider.System);
        while (await pump.RunOnceAsync(queue, (_, failure) => Assert.Fail(failure.ToString()), CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>The text of an answer that is not JSON.</summary>
    public async Task<string> DownloadAsync(string target)
    {
        var (_, response) = await TryAsync("GET", target, null);
        Assert.Equal(200, response.Status);
        using var text = new MemoryStream();
        await response.Stream!(text, CancellationToken.None);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    public async Task<JsonElement> SendAsync(string method, string target, string? body, int expected, string? contentType = "application/json", string? key = $"ManagementKey-v1 {Key}")
    {
        var (path, response) = await TryAsync(method, target, body, contentType, key);
        var text = Encoding.UTF8.GetString(response.Body.Span);
        Assert.True(response.Status == expected, $"{method} {target} answered {response.Status}, not {expected}: {text}");
        var json = response.Body.IsEmpty ? default : JsonElement.Parse(response.Body.Span);
        var problems = AnswerChecker.Check(method, path, response.Status, response.ContentType, response.Body);
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n{text}");
        return json;
    }

    /// <summary>Sends a request whose answer may be any.</summary>
    public async Task<(string Path, ApiResponse Response)> TryAsync(string method, string target, string? body, string? contentType = "application/json", string? key = $"ManagementKey-v1 {Key}", string? ifMatch = null, System.Net.IPAddress? address = null, string? idempotencyKey = null)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var request = new ApiRequest
        {
            Method = method,
            Path = path,
            Query = question < 0 ? "" : target[(question + 1)..],
            Address = address,
            Header = name => name switch { "Authorization" => key, "Content-Type" => contentType, "If-Match" => ifMatch, "Idempotency-Key" => idempotencyKey, _ => null },
            Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? "")),
        };
        var response = await _api.HandleAsync(request, CancellationToken.None);
        try
        {
            await response.AfterAnswer.RunAsync();
        }
        catch (CrashException)
        {
            // A process that died does nothing after its answer.
        }

        return (path, response);
    }
}
