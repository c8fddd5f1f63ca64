using System.Net.Http.Headers;
using System.Text;

namespace Talon.Server.Tests;

/// <summary>Calls the server with one key.</summary>
internal sealed class ApiClient(HttpClient http, string baseUrl, string? authorization)
{
    /// <summary>Sends a request. The target is sent as it stands.</summary>
    public async Task<Reply> SendAsync(string method, string target, string? body = null, string? idempotencyKey = null)
    {
        var uri = new Uri(baseUrl + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), uri);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<Reply> GetAsync(string target) => SendAsync("GET", target);

    public Task<Reply> PutAsync(string target, string body, string? idempotencyKey = null) => SendAsync("PUT", target, body, idempotencyKey);

    public Task<Reply> PostAsync(string target, string body) => SendAsync("POST", target, body);
}
