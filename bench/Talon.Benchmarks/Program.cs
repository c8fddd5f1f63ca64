using BenchmarkDotNet.Running;
using Talon.Benchmarks;

switch (args)
{
    case ["export", var folder]:
        WorkloadExport.Write(folder);
        return;
    case ["time"]:
        QuickReport.Write(Console.Out);
        return;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
        return;
}
