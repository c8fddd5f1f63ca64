using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Benchmarks;

/// <summary>Writes workloads for engines in other languages, with the results that they must give.</summary>
internal static class WorkloadExport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The sizes that are measured.</summary>
    public static IEnumerable<(int Campaigns, int OneIn)> Sizes =>
        from oneIn in (int[])[10, 100]
        from campaigns in (int[])[10, 100, 1_000, 10_000]
        select (campaigns, oneIn);

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (campaigns, oneIn) in Sizes)
        {
            var workload = Workload.Of(campaigns, oneIn);
            var snapshot = EngineWorkload.Snapshot(workload.Campaigns);
            var expected = EngineWorkload.Facts(workload).Select(facts => Cents(Evaluator.Evaluate(snapshot, facts, EvaluationOptions.Default)));
            File.WriteAllText(Path.Combine(folder, $"{campaigns}-{oneIn}.json"), JsonSerializer.Serialize(new { workload.Campaigns, workload.Carts, Expected = expected }, Options));
        }
    }

    /// <summary>The discount of each campaign that gave one.</summary>
    public static IReadOnlyDictionary<long, int> Cents(EvaluationResult result)
    {
        var cents = new Dictionary<long, int>();
        foreach (var effect in result.Effects)
        {
            var amount = effect.Props switch
            {
                SetDiscountProps session => session.Value,
                SetDiscountPerItemProps item => item.Value,
                _ => 0m,
            };
            if (amount != 0)
                cents[effect.CampaignId] = cents.GetValueOrDefault(effect.CampaignId) + (int)(amount * 100);
        }

        return cents;
    }
}
