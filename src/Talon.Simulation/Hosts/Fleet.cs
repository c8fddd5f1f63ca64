namespace Talon.Simulation;

/// <summary>All instances. Whoever dies is started again after a while.</summary>
internal sealed class Fleet
{
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(5);

    private readonly World _world;
    private readonly Random _random;
    private readonly List<Instance> _instances;

    /// <summary>Starts the instances.</summary>
    public Fleet(World world, IGateWatch watch)
    {
        _world = world;
        _random = world.Stream(5);
        var turnstiles = new SharedTurnstiles(world);
        _instances = [.. Enumerable.Range(0, world.Scenario.Instances).Select(number => new Instance(world, number, turnstiles, watch))];
        foreach (var instance in _instances)
            world.Spawn("supervisor", () => SuperviseAsync(instance));
    }

    /// <summary>How many processes were started in place of dead ones.</summary>
    public int Restarts { get; private set; }

    /// <summary>One that is alive; waits where all are dead.</summary>
    public async Task<Instance> AnyAsync(Random random)
    {
        while (true)
        {
            var alive = _instances.FindAll(instance => !instance.Crashed);
            if (alive.Count > 0)
                return alive[random.Next(alive.Count)];
            await Task.Delay(LongestOutage, _world.Time);
        }
    }

    /// <summary>Starts whatever is dead at once.</summary>
    public void StartAll()
    {
        foreach (var instance in _instances.Where(instance => instance.Crashed))
            Restart(instance);
    }

    private async Task SuperviseAsync(Instance instance)
    {
        while (!_world.Ending)
        {
            await Task.Delay(LongestOutage * _random.NextDouble(), _world.Time);
            if (instance.Crashed)
                Restart(instance);
        }
    }

    private void Restart(Instance instance)
    {
        Restarts++;
        instance.Start();
    }
}
