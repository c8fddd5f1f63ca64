using System.Collections.Concurrent;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Sends thousands of requests that are more or less wrong. The seed is fixed; a failure names the requests.</summary>
public sealed class FuzzTests(ServerFixture server)
{
    private const int Seed = 20260610;
    private const int OtherRequests = 5000;
    private const int SideBySide = 4;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("updateCustomerSessionV2", 4000)]
    [InlineData("updateCustomerProfileV2", 2500)]
    public async Task Bad_updates_are_refused_and_store_nothing(string operationId, int count)
    {
        var answers = await RunAsync([.. OperationTable.All.Where(operation => operation.OperationId == operationId)], operationId, count);
        var stored = StoredRows.StoredIds(server.DataFolder, Ids(answers, operationId, status => status == 200));
        var refused = Ids(answers, operationId, status => status != 200);
        Assert.True(stored.Count > 10, "Some requests were expected to be fine, and stored.");
        Assert.True(refused.Count > count / 3, "Many requests were expected to be refused.");
        var wrong = StoredRows.StoredIds(server.DataFolder, refused);
        Assert.True(wrong.Count == 0, string.Join('\n', answers.Where(answer => wrong.Any(answer.Request.Path.EndsWith)).Select(answer => $"{answer.Request} was refused with {answer.Status}, and yet stored.")));
    }

    [Fact]
    public async Task Bad_requests_to_any_operation_are_answered()
    {
        var answers = await RunAsync(OperationTable.All, "any", OtherRequests);
        Assert.Superset(new HashSet<int> { 200, 400, 401, 404, 405 }, answers.Select(answer => answer.Status).ToHashSet());
    }

    /// <summary>Sends requests, fails unless each gets an answer as declared, and returns the statuses.</summary>
    private async Task<ConcurrentQueue<(FuzzRequest Request, int Status)>> RunAsync(IReadOnlyList<Operation> operations, string prefix, int count)
    {
        Assert.SkipUnless(ServerFixture.IsOwn, "Looks into the store, and a host may answer broken requests itself.");
        var shop = await server.CreateShopAsync();
        var fuzzer = new RequestFuzzer(Seed, prefix, new Dictionary<Authentication, string>
        {
            [Authentication.IntegrationKey] = $"ApiKey-v1 {shop.Key}",
            [Authentication.ManagementKey] = $"ManagementKey-v1 {ServerFixture.ManagementKey}",
        });
        var requests = new ConcurrentQueue<FuzzRequest>(Enumerable.Range(0, count).Select(_ => fuzzer.Next(operations)));
        var answers = new ConcurrentQueue<(FuzzRequest Request, int Status)>();
        var failures = new ConcurrentQueue<string>();
        using var http = new HttpClient { Timeout = LongestAnswer };
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(async _ =>
        {
            while (requests.TryDequeue(out var request))
            {
                var (status, problem) = await SendAsync(http, request);
                answers.Enqueue((request, status));
                if (problem is not null)
                    failures.Enqueue($"{request}: {problem}");
            }
        }));
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(20)));
        return answers;
    }

    // The ids that the fuzzer made up; each stands in one request only.
    private static List<string> Ids(IEnumerable<(FuzzRequest Request, int Status)> answers, string prefix, Func<int, bool> wanted) =>
        [.. answers.Where(answer => wanted(answer.Status)).Select(answer => answer.Request.Path.Split('/')).Where(path => path.Length == 4 && path[3].StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[3])];

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
                : AnswerChecker.Check(request.Method, request.Path, status, response.Content.Headers.ContentType?.ToString(), body);
            return (status, problems.Count == 0 ? null : string.Join("; ", problems));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return (0, $"got no answer: {exception.Message}");
        }
    }
}
