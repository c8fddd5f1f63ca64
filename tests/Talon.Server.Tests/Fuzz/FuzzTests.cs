using System.Collections.Concurrent;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Sends thousands of requests that are more or less wrong. The seed is fixed; a failure names the requests.</summary>
public sealed class FuzzTests(ServerFixture server)
{
    private const int Seed = 20260610;
    private const int SessionRequests = 6000;
    private const int OtherRequests = 5000;
    private const int SideBySide = 4;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Bad_session_updates_are_refused_and_store_nothing()
    {
        var shop = await server.CreateShopAsync();
        var operation = OperationTable.All.Where(candidate => candidate.OperationId == "updateCustomerSessionV2").ToArray();
        var (answers, failures) = await RunAsync(shop, operation, SessionRequests, async (http, request, status) =>
        {
            if (status == 200 || !request.Path.Contains("/fuzz", StringComparison.Ordinal) || request.Method != "PUT")
                return null;
            using var message = (request with { Method = "GET", Query = "", Body = [], Authorization = $"ApiKey-v1 {shop.Key}" }).ToMessage(server.BaseUrl);
            using var probe = await http.SendAsync(message, TestContext.Current.CancellationToken);
            return (int)probe.StatusCode == 404 ? null : $"was refused with {status}, and yet stored";
        });
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(20)));
        Assert.True(answers[400] > SessionRequests / 2, "Most requests were expected to be refused.");
    }

    [Fact]
    public async Task Bad_requests_to_any_operation_are_answered()
    {
        var shop = await server.CreateShopAsync();
        var (answers, failures) = await RunAsync(shop, OperationTable.All, OtherRequests, (_, _, _) => Task.FromResult<string?>(null));
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(20)));
        Assert.True(answers.Keys.Intersect([200, 400, 401, 404, 405]).Count() == 5, $"Expected all kinds of answers, got {string.Join(", ", answers.Keys)}.");
    }

    private async Task<(ConcurrentDictionary<int, int> Answers, ConcurrentQueue<string> Failures)> RunAsync(
        Shop shop, IReadOnlyList<Operation> operations, int count, Func<HttpClient, FuzzRequest, int, Task<string?>> probe)
    {
        var fuzzer = new RequestFuzzer(Seed, new Dictionary<Authentication, string>
        {
            [Authentication.IntegrationKey] = $"ApiKey-v1 {shop.Key}",
            [Authentication.ManagementKey] = $"ManagementKey-v1 {ServerFixture.ManagementKey}",
        });
        var requests = new ConcurrentQueue<FuzzRequest>(Enumerable.Range(0, count).Select(_ => fuzzer.Next(operations)));
        var answers = new ConcurrentDictionary<int, int>();
        var failures = new ConcurrentQueue<string>();
        using var http = new HttpClient { Timeout = LongestAnswer };
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(async _ =>
        {
            while (requests.TryDequeue(out var request))
            {
                var (status, problem) = await SendAsync(http, request);
                answers.AddOrUpdate(status, 1, (_, before) => before + 1);
                if ((problem ?? await probe(http, request, status)) is { } failure)
                    failures.Enqueue($"{request}: {failure}");
            }
        }));
        return (answers, failures);
    }

    private async Task<(int Status, string? Problem)> SendAsync(HttpClient http, FuzzRequest request)
    {
        using var message = request.ToMessage(server.BaseUrl);
        try
        {
            using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
            var status = (int)response.StatusCode;
            var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (status >= 500)
                return (status, $"answered {status}");
            var isRefusedByServer = status == 400 && body.Length == 0;
            var problems = isRefusedByServer || request.Method == "HEAD"
                ? []
                : AnswerChecker.Check(request.Method, request.Path, response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
            return (status, problems.Count == 0 ? null : string.Join("; ", problems));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return (0, $"got no answer: {exception.Message}");
        }
    }
}
