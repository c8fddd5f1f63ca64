using System.Diagnostics;
using Talon.Bench;

namespace Talon.Load;

/// <summary>Sends requests over many connections for some time, as fast as they are answered or at a steady rate.</summary>
/// <param name="server">The server.</param>
/// <param name="authorization">The key.</param>
/// <param name="request">The path and body of the request of a number.</param>
internal sealed class LoadRun(BenchServer server, string authorization, Func<int, (string Path, string Body)> request)
{
    private const int Connections = 64;

    private int _next = -1;

    /// <summary>How many requests were begun, over all runs.</summary>
    public int Sent => _next + 1;

    /// <summary>The next request follows each answer, until the time is over or nothing is left to send.</summary>
    public Task<LoadResult> AsFastAsPossibleAsync(TimeSpan time, int most = int.MaxValue) => RunAsync(time, 0, most);

    /// <summary>Requests begin at fixed moments; a late answer delays none of them, and waiting for a connection counts as time.</summary>
    public Task<LoadResult> SteadilyAsync(TimeSpan time, double perSecond) => RunAsync(time, perSecond, int.MaxValue);

    private async Task<LoadResult> RunAsync(TimeSpan time, double perSecond, int most)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => LoadConnection.OpenAsync(server.BaseUrl, authorization)));
        var (first, start, turn) = (_next + 1, Stopwatch.GetTimestamp(), -1L);
        var (serverTime, ownTime) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var times = await Task.WhenAll(connections.Select(connection => Task.Run(() => WorkAsync(connection))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        foreach (var connection in connections)
            connection.Dispose();
        return new LoadResult(elapsed, [.. times.SelectMany(list => list).OrderBy(request => request.Milliseconds)], server.ProcessorTime - serverTime, Environment.CpuUsage.TotalTime - ownTime);

        async Task<List<TimedRequest>> WorkAsync(LoadConnection connection)
        {
            var own = new List<TimedRequest>();
            while (true)
            {
                var begin = Stopwatch.GetTimestamp();
                if (perSecond > 0)
                {
                    begin = start + (long)(Interlocked.Increment(ref turn) / perSecond * Stopwatch.Frequency);
                    var early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), begin);
                    if (Stopwatch.GetElapsedTime(start, begin) >= time)
                        return own;
                    if (early > TimeSpan.Zero)
                        await Task.Delay(early);
                    // The timer is coarse; what it oversleeps is not the server's.
                    begin = Math.Max(begin, Math.Min(Stopwatch.GetTimestamp(), begin + Stopwatch.Frequency / 500));
                }
                else if (Stopwatch.GetElapsedTime(start) >= time || _next + 1 - first >= most)
                {
                    return own;
                }

                var (path, body) = request(Interlocked.Increment(ref _next));
                var status = await connection.PutAsync(path, body);
                if (status != 200)
                    throw new InvalidOperationException($"{path}: {connection.LastAnswer}");
                own.Add(new TimedRequest(Stopwatch.GetElapsedTime(start, begin), Stopwatch.GetElapsedTime(begin).TotalMilliseconds));
            }
        }
    }
}
