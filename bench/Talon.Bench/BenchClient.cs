using System.Text;
using System.Text.Json;

namespace Talon.Bench;

/// <summary>Calls the server with one key.</summary>
internal sealed class BenchClient(string baseUrl, string authorization) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(baseUrl), DefaultRequestHeaders = { { "Authorization", authorization } } };

    /// <summary>Sends a body; throws unless the answer is a success, and returns its JSON.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    public void Dispose() => _http.Dispose();
}
