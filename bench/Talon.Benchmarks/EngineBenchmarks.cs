using BenchmarkDotNet.Attributes;
using Talon.RuleEngine;

namespace Talon.Benchmarks;

/// <summary>Evaluation of a cart, over 1,000 carts in rotation.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private static readonly EvaluationOptions Explaining = new() { ExplainFailures = true };

    private EngineSnapshot _snapshot = null!;
    private EngineSnapshot _matching = null!;
    private EvaluationFacts[] _facts = null!;
    private HandWrittenLoop _loop = null!;
    private int _next;

    /// <summary>How many campaigns there are.</summary>
    [Params(10, 100, 1_000, 10_000)]
    public int Campaigns { get; set; }

    /// <summary>One in so many can match.</summary>
    [Params(10, 100)]
    public int OneIn { get; set; }

    /// <summary>Makes the workload.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var workload = Workload.Of(Campaigns, OneIn);
        _snapshot = EngineWorkload.Snapshot(workload.Campaigns);
        _matching = EngineWorkload.Snapshot(workload.Campaigns.Where(campaign => campaign.CanMatch));
        _facts = EngineWorkload.Facts(workload);
        _loop = new HandWrittenLoop(workload.Campaigns);
    }

    /// <summary>The engine.</summary>
    [Benchmark(Baseline = true)]
    public int Engine() => Evaluator.Evaluate(_snapshot, Next(), EvaluationOptions.Default).Effects.Count;

    /// <summary>The engine, with reasons for all rules that fail.</summary>
    [Benchmark]
    public int Explained() => Evaluator.Evaluate(_snapshot, Next(), Explaining) is var result ? result.Effects.Count + result.Failures.Count : 0;

    /// <summary>The engine, holding only the campaigns that can match.</summary>
    [Benchmark]
    public int OnlyMatching() => Evaluator.Evaluate(_matching, Next(), EvaluationOptions.Default).Effects.Count;

    /// <summary>A loop written by hand.</summary>
    [Benchmark]
    public int HandWritten() => _loop.Evaluate(Next()).Count;

    private EvaluationFacts Next() => _facts[_next++ % _facts.Length];
}
