using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>All cases, sent one after another to one world, and what was wrong with the answers.</summary>
internal sealed class ConformanceRun
{
    private const int Rounds = 200;
    private const int Parallel = 24;

    private static readonly Dictionary<string, Operation> Operations = Integration.ToDictionary(operation => operation.OperationId);

    private readonly Dictionary<string, List<string>> _problems = [];
    private readonly HashSet<(string, int)> _reached = [];

    private ConformanceRun(PublishedAnswers published) => Published = published;

    /// <summary>The operations of the Integration API.</summary>
    public static IEnumerable<Operation> Integration => OperationTable.All.Where(operation => operation.Authentication == Authentication.IntegrationKey);

    /// <summary>The cases, in the order in which they are sent.</summary>
    public static IEnumerable<ConformanceCase> Cases =>
        [.. SessionCases.Cases, .. LegacyCases.Cases, .. DetailCases.Cases, .. CustomerCases.Cases, .. LoyaltyCases.Cases, .. CampaignCases.Cases, .. DetailCases.Blocked, .. CustomerCases.Departures, .. Integration.SelectMany(CommonCases.Of)];

    public PublishedAnswers Published { get; }

    public static async Task<ConformanceRun> RunAsync(ServerFixture server)
    {
        var run = new ConformanceRun(await PublishedAnswers.LoadAsync());
        var world = await ConformanceWorld.CreateAsync(server.Http, server.BaseUrl, server.Management, Guid.NewGuid().ToString("N"));
        await world.SetUpDetailsAsync();
        foreach (var one in Cases)
            await run.SendAsync(world, one);
        return run;
    }

    /// <summary>Every status that an operation documents, published or its own.</summary>
    public IEnumerable<int> Documented(string operationId) =>
        Operations[operationId].Answers.Select(answer => answer.Status).Union(Published.Statuses(operationId)).Order();

    /// <summary>The statuses that were reached.</summary>
    public bool Reached(string operationId, int status) => _reached.Contains((operationId, status));

    /// <summary>What was wrong with the answers of an operation.</summary>
    public IEnumerable<string> Problems(string operationId) => _problems.GetValueOrDefault(operationId, []);

    private async Task SendAsync(ConformanceWorld world, ConformanceCase one)
    {
        if (one.Before is not null)
            await one.Before(world);
        var operation = Operations[one.OperationId];
        var (caller, target, body) = (one.Caller?.Invoke(world) ?? world.Shop.Api, world.Target(operation, one.Ids, one.Query), one.Body is null ? null : world.Fill(one.Body));
        var reply = one.IsRace ? await RaceAsync(world, operation, target, body, one.IdempotencyKey) : await caller.SendAsync(operation.Method, target, body);
        var problems = new List<string>();
        if (reply.Status != one.Status)
            problems.Add($"{reply.Status} instead of {one.Status}: {reply.Text}");
        else
            _reached.Add((one.OperationId, one.Status));
        problems.AddRange(Published.Check(one.OperationId, reply.Status, reply.Text).Where(problem => !ConformanceExceptions.IsAddition(one.OperationId, problem)));
        if (one.Effects.Count > 0 && reply.Status == 200)
            problems.AddRange(one.Effects.Except(reply.EffectTypes).Select(effect => $"no {effect} among {string.Join(", ", reply.EffectTypes)}"));
        if (!_problems.TryGetValue(one.OperationId, out var all))
            _problems[one.OperationId] = all = [];
        all.AddRange(problems.Select(problem => $"{operation.Method} {target}: {problem}"));
    }

    /// <summary>Sends an operation among many updates of the same customer, until one of its calls is refused for that.</summary>
    private static async Task<Reply> RaceAsync(ConformanceWorld world, Operation operation, string target, string? body, string? idempotencyKey)
    {
        Reply? last = null;
        for (var round = 0; round < Rounds; round++)
        {
            var busy = Enumerable.Range(0, Parallel).Select(i => i % 2 == 0
                ? world.IntegrateAnywayAsync("PUT", "/v2/customer_profiles/{bert}", "{}")
                : world.IntegrateAnywayAsync("PUT", "/v2/customer_sessions/race", """{"customerSession":{"profileId":"{bert}","cartItems":[]}}"""));
            var calls = Enumerable.Range(0, Parallel / 2).Select(_ => world.Shop.Api.SendAsync(operation.Method, target, body, idempotencyKey is null ? null : $"{idempotencyKey}{round}")).ToList();
            await Task.WhenAll(busy);
            foreach (var reply in await Task.WhenAll(calls))
            {
                if (reply.Status == 409)
                    return reply;
                last = reply;
            }
        }

        return last!;
    }
}
