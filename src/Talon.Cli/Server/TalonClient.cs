using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Talon.Cli;

/// <summary>Calls a server.</summary>
/// <param name="url">Where it is.</param>
/// <param name="scheme">What the key is for.</param>
/// <param name="key">The key.</param>
internal sealed class TalonClient(Uri url, string scheme, string key) : IDisposable
{
    /// <summary>Keys of the Management API.</summary>
    public const string ManagementScheme = "ManagementKey-v1";

    /// <summary>Keys of the Integration API.</summary>
    public const string IntegrationScheme = "ApiKey-v1";

    private const int PageSize = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new() { Timeout = Patience };

    /// <summary>Where the server is.</summary>
    public string Url { get; } = url.ToString().TrimEnd('/');

    /// <summary>Reads something.</summary>
    public Task<JsonElement> GetAsync(string target, CancellationToken cancellation) => SendAsync(HttpMethod.Get, target, null, cancellation);

    /// <summary>Sends JSON.</summary>
    public Task<JsonElement> SendJsonAsync(HttpMethod method, string target, string json, CancellationToken cancellation, string? idempotencyKey = null) =>
        SendAsync(method, target, new StringContent(json, Encoding.UTF8, "application/json"), cancellation, idempotencyKey);

    /// <summary>Sends a request and gives the answer; undefined for one without a body. Throws <see cref="ServerRefusal"/> for a refusal.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string target, HttpContent? content, CancellationToken cancellation, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, Url + target) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.IsSuccessStatusCode)
                return body.Length == 0 ? default : JsonElement.Parse(body);
            throw ServerRefusal.From((int)response.StatusCode, body, $"{method} {target}");
        }
        catch (HttpRequestException failure)
        {
            throw new CommandException(ExitCodes.Unreachable, $"{Url} cannot be reached: {failure.Message}");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandException(ExitCodes.Unreachable, $"{Url} did not answer within {Patience.TotalMinutes} minutes.");
        }
        catch (JsonException)
        {
            throw new CommandException(ExitCodes.Unreachable, $"{Url} answers, but not as a Talon does. Is the URL right?");
        }
    }

    /// <summary>All entries of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string target, CancellationToken cancellation)
    {
        List<JsonElement> all = [];
        while (true)
        {
            var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await GetAsync(string.Create(CultureInfo.InvariantCulture, $"{target}{separator}pageSize={PageSize}&skip={all.Count}"), cancellation);
            var entries = page.GetProperty("data").EnumerateArray().ToList();
            all.AddRange(entries);
            if (entries.Count < PageSize)
                return all;
        }
    }

    public void Dispose() => _http.Dispose();
}
