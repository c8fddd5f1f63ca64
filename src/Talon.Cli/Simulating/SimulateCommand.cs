using System.CommandLine;
using Talon.Simulation;

namespace Talon.Cli;

/// <summary><c>talon simulate</c>: runs the whole application under faults, seed after seed, or one seed again.</summary>
internal static class SimulateCommand
{
    public static Command Create(Terminal terminal)
    {
        var seeds = Number("--seeds", 100, "How many seeds to run.");
        var first = new Option<long>("--first") { Description = "The first seed; the others follow it.", DefaultValueFactory = _ => 1 };
        var seed = new Option<long?>("--seed") { Description = "Run this seed alone, and show what happened when it fails." };
        var operations = Number("--operations", 300, "How many requests clients send in each run.");
        var total = new Option<long?>("--total") { Description = "Stop once this many requests were sent, however many seeds it takes." };
        var instances = new Option<int?>("--instances") { Description = "How many instances share the store; left out, the seed decides." };
        var parallel = Number("--parallel", Environment.ProcessorCount, "How many runs go on side by side.");
        var command = new Command("simulate", """
            Runs the whole application under faults, in virtual time, and checks its invariants. Every run follows from its
            seed. Ends with 1 when one failed, and shows the command that repeats it.

            Examples:
              talon simulate                             100 seeds
              talon simulate --seed 17                   one of them again, and what happened when it fails
              talon simulate --seeds 10000 --instances 3
            """) { seeds, first, seed, operations, total, instances, parallel };
        AtLeastOne(instances);
        command.SetAction(parsed =>
        {
            var plan = new SimulationPlan
            {
                First = parsed.GetValue(seed) ?? parsed.GetValue(first),
                Seeds = parsed.GetValue(seed) is not null ? 1 : parsed.GetValue(total) is null ? parsed.GetValue(seeds) : int.MaxValue,
                Total = parsed.GetValue(total),
                Operations = parsed.GetValue(operations),
                Instances = parsed.GetValue(instances),
                Parallel = parsed.GetValue(parallel),
            };
            var tally = new SimulationRunner(plan, terminal).Run();
            SimulationText.Write(tally, plan, terminal, told: parsed.GetValue(seed) is not null);
            return tally.Tally.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static Option<int> Number(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        AtLeastOne(option);
        return option;
    }

    private static void AtLeastOne<T>(Option<T> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < 1)
            result.AddError($"{option.Name} is {number}, but must be at least 1.");
    });
}
