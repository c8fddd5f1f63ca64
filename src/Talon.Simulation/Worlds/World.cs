using Talon.Storage;

namespace Talon.Simulation;

/// <summary>What all parts of a run share.</summary>
internal sealed class World
{
    /// <summary>Makes the world of a run.</summary>
    public World(SimulationOptions options)
    {
        Options = options;
        Scenario = options.Mix(Scenario.Draw(Stream(1)).With(options.Instances));
        var lateness = Stream(12);
        Time = new VirtualTime(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero), () => Scenario.LongestDelay * lateness.NextDouble());
        Trace = new Trace(Time, options.TraceLines);
        Store = new SimulatedStore(new MemoryStore(Time), Stream(2), Trace);
        Faults = new MixedFaults(Scenario.Faults, Stream(3), Trace);
    }

    /// <summary>What was asked for.</summary>
    public SimulationOptions Options { get; }

    /// <summary>What the run is like.</summary>
    public Scenario Scenario { get; }

    /// <summary>The clock.</summary>
    public VirtualTime Time { get; }

    /// <summary>What happened.</summary>
    public Trace Trace { get; }

    /// <summary>The store that all instances share.</summary>
    public SimulatedStore Store { get; }

    /// <summary>What goes wrong.</summary>
    public MixedFaults Faults { get; }

    /// <summary>Whether everybody shall come to an end.</summary>
    public bool Ending { get; set; }

    /// <summary>The first thing that was found to be wrong; null while all is well.</summary>
    public string? Failure { get; private set; }

    /// <summary>A source of chance of its own for each purpose, so that one does not disturb another.</summary>
    /// <remarks>Seeds are scrambled (SplitMix64): the generators of neighbouring numbers would give neighbouring runs.</remarks>
    public Random Stream(int purpose) => new(unchecked((int)Scrambled((ulong)((Options.Seed * 1_000_003) + purpose))));

    /// <summary>Notes what was found to be wrong; the run ends at once.</summary>
    public void Fail(string what)
    {
        if (Failure is not null)
            return;
        Failure = what;
        Trace.Note(Work.Name, "FAILURE", "", () => what);
    }

    /// <summary>Starts work that goes on by itself; whatever it throws, but for the death of its process, is a failure.</summary>
    public void Spawn(string name, Func<Task> work) => _ = RunAsync(name, work);

    private static ulong Scrambled(ulong number)
    {
        unchecked
        {
            number += 0x9E3779B97F4A7C15;
            number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
            number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
            return number ^ (number >> 31);
        }
    }

    private async Task RunAsync(string name, Func<Task> work)
    {
        Work.Begin(name);
        try
        {
            await work();
        }
        catch (CrashException)
        {
            Trace.Note(name, "died", "");
        }
        catch (Exception failure)
        {
            Fail($"{name} threw {failure}");
        }
    }
}
