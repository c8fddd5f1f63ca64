namespace Talon.Simulation;

/// <summary>One run of one seed.</summary>
internal sealed class SimulationRun(SimulationOptions options)
{
    private const int StepsBetweenChecks = 2_000;

    private readonly World _world = new(options);
    private Watchers _watchers = null!;
    private Desk _desk = null!;
    private long _steps;

    /// <summary>Runs it to its end or to its first failure.</summary>
    public SimulationReport Run()
    {
        var before = SynchronizationContext.Current;
        var scheduler = new SeededScheduler(_world.Stream(0));
        SynchronizationContext.SetSynchronizationContext(scheduler);
        try
        {
            Go(scheduler);
        }
        finally
        {
            _world.Ending = true;
            SynchronizationContext.SetSynchronizationContext(before);
        }

        return Report();
    }

    private void Go(SeededScheduler scheduler)
    {
        var ended = false;
        _watchers = new Watchers(_world);
        _world.Spawn("run", async () =>
        {
            await PlayAsync();
            ended = true;
        });
        while (!ended && _world.Failure is null)
        {
            if (!scheduler.RunNext() && !_world.Time.TryAdvance())
                _world.Fail("Everybody waits for somebody else.");
            if (scheduler.Strayed is { } where)
                _world.Fail($"Work left the thread: {where}");
            if (++_steps > options.MostSteps)
                _world.Fail("The run does not come to an end.");
            if (_steps % StepsBetweenChecks == 0)
                _watchers.Check();
        }
    }

    private async Task PlayAsync()
    {
        var shop = new SimulatedShop(_world);
        var histories = new Histories(_world);
        var turns = new Turns(_world, histories);
        var fleet = new Fleet(_world, turns);
        var workload = new Workload(_world, shop);
        _desk = new Desk(_world, fleet, _watchers);
        foreach (var invariant in InvariantTable.All(_world, shop, histories, turns, workload, _desk, fleet))
            _watchers.Add(invariant);

        await shop.OpenAsync((await fleet.AnyAsync(_world.Stream(11))).Services);
        _world.Faults.Enabled = true;
        await Task.WhenAll(Enumerable.Range(0, _world.Scenario.Clients).Select(number => new Client(_world, workload, _desk, number).RunAsync()));

        var quiescence = new Quiescence(_world, shop, fleet, histories, workload, _desk);
        await quiescence.RestAsync();
        await quiescence.VisitAsync();
        await _watchers.CheckAtRestAsync();
        await _watchers.ProbeAsync();
        await quiescence.RestAsync();
        await _watchers.CheckAtRestAsync();
    }

    private SimulationReport Report() => new()
    {
        Seed = options.Seed,
        Scenario = _world.Scenario.ToString(),
        Operations = _desk.Sent,
        Acknowledged = _desk.Acknowledged,
        Refused = _desk.Refused,
        Lost = _desk.Lost,
        OperationsByKind = _desk.Labels,
        FaultsByKind = _world.Faults.Struck,
        Steps = _steps,
        Elapsed = _world.Time.Elapsed,
        TraceHash = _world.Trace.Hash,
        Failure = _world.Failure,
        Trace = _world.Trace.Lines,
    };
}
