using BenchmarkDotNet.Attributes;
using Talon.RuleEngine;

namespace Talon.Benchmarks;

/// <summary>Compiling rulesets.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private CampaignDefinition[] _definitions = null!;
    private CompiledCampaign[] _compiled = null!;

    /// <summary>Makes the workload.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _definitions = EngineWorkload.Definitions(Workload.Of(10_000, 100).Campaigns);
        _compiled = EngineWorkload.Compile(_definitions);
    }

    /// <summary>10,000 campaigns from JSON to a snapshot.</summary>
    [Benchmark]
    public EngineSnapshot CompileAll() => EngineSnapshot.Create(EngineWorkload.Settings, [], EngineWorkload.Compile(_definitions));

    /// <summary>One campaign of 10,000 changed: it alone is compiled, and the snapshot is put together again.</summary>
    [Benchmark]
    public EngineSnapshot ChangeOne()
    {
        _compiled[5_000] = EngineWorkload.Compile([_definitions[5_000]])[0];
        return EngineSnapshot.Create(EngineWorkload.Settings, [], _compiled);
    }
}
