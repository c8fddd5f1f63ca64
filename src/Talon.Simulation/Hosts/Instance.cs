using System.Globalization;
using Talon.Promotions;
using Talon.Storage;

namespace Talon.Simulation;

/// <summary>One process of the application, from start to crash to the next start.</summary>
internal sealed class Instance
{
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(20);

    /// <summary>How often points are looked at that time alone changes.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(2);

    private readonly World _world;
    private readonly ITurnstiles _turnstiles;
    private readonly IGateWatch _watch;
    private readonly int _number;
    private FaultInjector _faults = null!;
    private int _starts;

    /// <summary>Starts it.</summary>
    public Instance(World world, int number, ITurnstiles turnstiles, IGateWatch watch)
    {
        (_world, _number, _turnstiles, _watch) = (world, number, turnstiles, watch);
        Start();
    }

    /// <summary>Its letter, and how often it was started.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + _number)}{_starts}");

    /// <summary>Whether it is dead.</summary>
    public bool Crashed => _faults.Crashed;

    /// <summary>The use cases.</summary>
    public PromotionServices Services { get; private set; } = null!;

    /// <summary>Starts it anew.</summary>
    public void Start()
    {
        _starts++;
        _faults = new FaultInjector(_world.Faults, _world.Time);
        var tables = _world.Options.Tables(_faults.Tables(_world.Store));
        var queue = _world.Options.Queue(_faults.Queue(_world.Store));
        var random = new SeededRandomSource(unchecked((ulong)((((_world.Options.Seed * 31) + _number) * 1009) + _starts)));
        IGate gate = _world.Scenario.InProcessGate
            ? new InProcessGate(_world.Time)
            : new LeaseGate(tables, new InstanceTurnstiles(_turnstiles, _faults), _world.Time, random);
        var watched = new WatchedGate(gate, _watch, _faults);
        Services = new PromotionServices(new PromotionPorts(tables, queue, watched, _world.Time, random, _world.Scenario.Finalise) { SplitAfter = SplitAfter, SplitFor = _world.Scenario.SplitFor });
        _world.Trace.Note(Name, "start", "");
        Pump(queue);
        if (_number == 0 && _world.Scenario.Campaigns.Contains(CampaignPlans.Miles))
            Sweep();
    }

    /// <summary>Whether what is running now still runs: for answers, which a dead process does not give.</summary>
    public Func<bool> Life()
    {
        var faults = _faults;
        return () => !faults.Crashed;
    }

    /// <summary>Every other instance is as patient as usual: it joins what the others split.</summary>
    private int SplitAfter => int.IsEvenInteger(_number) ? _world.Scenario.SplitAfter : LimitLedger.SplitAfter;

    private void Pump(IMessageQueue queue)
    {
        var (services, faults, name) = (Services, _faults, $"{Name} pump");
        _world.Spawn(name, async () =>
        {
            var pump = new QueuePump(queue, services.Queues, _world.Time);
            for (var nap = ShortestNap; !faults.Crashed && !_world.Ending;)
            {
                var handled = 0;
                foreach (var waiting in QueueHandlers.Names)
                    handled += await TakeAsync(pump, waiting);
                nap = handled > 0 ? ShortestNap : nap * 2 < LongestNap ? nap * 2 : LongestNap;
                await Task.Delay(nap, _world.Time);
            }
        });
    }

    private void Sweep()
    {
        var (services, faults) = (Services, _faults);
        _world.Spawn($"{Name} sweep", async () =>
        {
            while (!faults.Crashed && !_world.Ending)
            {
                await Task.Delay(SweepEvery, _world.Time);
                try
                {
                    await services.LoyaltySweep.RunAsync();
                }
                catch (StorageUnavailableException)
                {
                }
            }
        });
    }

    private async Task<int> TakeAsync(QueuePump pump, string queue)
    {
        try
        {
            return await pump.RunOnceAsync(queue, Failed, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            return 0;
        }
    }

    private void Failed(QueueMessage message, Exception failure)
    {
        if (failure is not StorageUnavailableException)
            _world.Fail($"Handling {message.Body} of {message.Queue} threw {failure}");
    }
}
