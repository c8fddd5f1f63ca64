using System.Diagnostics;

namespace Talon.Benchmarks;

/// <summary>Short measurements, for a run beside other engines.</summary>
internal static class Stopwatches
{
    /// <summary>Microseconds of one call: the fastest of rounds that each last a while, after warming up, so that what else the machine does counts little.</summary>
    public static double Microseconds(Action call, int rounds = 7, int milliseconds = 150)
    {
        Round(call, 2 * milliseconds);
        return Enumerable.Range(0, rounds).Min(_ => Round(call, milliseconds));
    }

    /// <summary>Bytes that one call allocates.</summary>
    public static long Bytes(Action call, int calls)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    private static double Round(Action call, int milliseconds)
    {
        var calls = 0L;
        var watch = Stopwatch.StartNew();
        do
        {
            call();
            calls++;
        }
        while (watch.ElapsedMilliseconds < milliseconds);
        return watch.Elapsed.TotalMicroseconds / calls;
    }
}
