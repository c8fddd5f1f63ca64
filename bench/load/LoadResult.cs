namespace Talon.Load;

/// <summary>What a run measured.</summary>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Milliseconds">The time of each request, in order of size.</param>
/// <param name="Requests">How many.</param>
/// <param name="Server">The processor time that the server took.</param>
/// <param name="Generator">The processor time that sending and receiving took.</param>
internal sealed record LoadResult(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds, int Requests, TimeSpan Server, TimeSpan Generator)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Requests / Elapsed.TotalSeconds;

    public override string ToString() => $"{Rate:F0}/s over {Elapsed.TotalSeconds:F0} s; p50 {At(0.5):F1} ms, p99 {At(0.99):F1} ms, p99.9 {At(0.999):F1} ms, max {Milliseconds[^1]:F0} ms; processor time a request {Server.TotalMicroseconds / Requests:F0} us in the server, {Generator.TotalMicroseconds / Requests:F0} us in the generator";

    private double At(double share) => Milliseconds[(int)(Milliseconds.Count * share)];
}
