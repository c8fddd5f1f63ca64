using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Benchmarks;

/// <summary>The engine's figures as JSON, one row for each size of workload.</summary>
internal static class QuickReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly EvaluationOptions Explaining = new() { ExplainFailures = true };

    public static void Write(TextWriter output)
    {
        Row(100, 10);
        Row(100, 100);
        var rows = WorkloadExport.Sizes.Select(size => Row(size.Campaigns, size.OneIn)).ToList();
        var definitions = EngineWorkload.Definitions(Workload.Of(10_000, 100).Campaigns);
        var compiled = EngineWorkload.Compile(definitions);
        var compile = Stopwatches.Microseconds(() => EngineSnapshot.Create(EngineWorkload.Settings, [], EngineWorkload.Compile(definitions)), 15, 400);
        var change = Stopwatches.Microseconds(() =>
        {
            compiled[5_000] = EngineWorkload.Compile([definitions[5_000]])[0];
            EngineSnapshot.Create(EngineWorkload.Settings, [], compiled);
        });
        output.WriteLine(JsonSerializer.Serialize(new { Rows = rows, CompileMilliseconds = compile / 1000, ChangeMilliseconds = change / 1000 }, Options));
    }

    private static object Row(int campaigns, int oneIn)
    {
        var workload = Workload.Of(campaigns, oneIn);
        var (snapshot, facts) = (EngineWorkload.Snapshot(workload.Campaigns), EngineWorkload.Facts(workload));
        var matching = EngineWorkload.Snapshot(workload.Campaigns.Where(campaign => campaign.CanMatch));
        var loop = new HandWrittenLoop(workload.Campaigns);
        Check(snapshot, loop, facts);
        var next = 0;
        EvaluationFacts Next() => facts[next++ % facts.Length];
        void Engine() => Evaluator.Evaluate(snapshot, Next(), EvaluationOptions.Default);
        return new
        {
            campaigns,
            oneIn,
            Engine = Stopwatches.Microseconds(Engine),
            Asked = Stopwatches.Microseconds(() => Evaluator.Evaluate(snapshot, Next(), Explaining)),
            Explained = Stopwatches.Microseconds(() => _ = Evaluator.Evaluate(snapshot, Next(), Explaining).Failures.Count),
            OnlyMatching = Stopwatches.Microseconds(() => Evaluator.Evaluate(matching, Next(), EvaluationOptions.Default)),
            HandWritten = Stopwatches.Microseconds(() => loop.Evaluate(Next())),
            Bytes = Stopwatches.Bytes(Engine, facts.Length),
            HandWrittenBytes = Stopwatches.Bytes(() => loop.Evaluate(Next()), facts.Length),
        };
    }

    /// <summary>Nothing is timed that does not give the same.</summary>
    private static void Check(EngineSnapshot snapshot, HandWrittenLoop loop, EvaluationFacts[] facts)
    {
        foreach (var cart in facts)
        {
            var effects = Evaluator.Evaluate(snapshot, cart, EvaluationOptions.Default).Effects;
            if (!effects.Select(effect => effect.Props).SequenceEqual(loop.Evaluate(cart).Select(effect => effect.Props)))
                throw new InvalidOperationException("The engine and the loop written by hand differ.");
        }
    }
}
