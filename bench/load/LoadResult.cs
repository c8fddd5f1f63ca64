namespace Talon.Load;

/// <summary>What a run measured.</summary>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Requests">The requests, the fastest first.</param>
/// <param name="Server">The processor time that the server took.</param>
/// <param name="Generator">The processor time that sending and receiving took.</param>
internal sealed record LoadResult(TimeSpan Elapsed, IReadOnlyList<TimedRequest> Requests, TimeSpan Server, TimeSpan Generator)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Requests.Count / Elapsed.TotalSeconds;

    public override string ToString() =>
        $"{Rate:F0}/s over {Elapsed.TotalSeconds:F0} s; p50 {At(0.5):F1} ms, p99 {At(0.99):F1} ms, p99.9 {At(0.999):F1} ms, max {Requests[^1].Milliseconds:F0} ms, {Requests[^1].Begun.TotalSeconds:F1} s after the start; processor time a request {Server.TotalMicroseconds / Requests.Count:F0} us in the server, {Generator.TotalMicroseconds / Requests.Count:F0} us in the generator";

    private double At(double share) => Requests[(int)(Requests.Count * share)].Milliseconds;
}

/// <summary>How long one request took.</summary>
/// <param name="Begun">When it began, from the start of the run.</param>
/// <param name="Milliseconds">How long it took.</param>
internal readonly record struct TimedRequest(TimeSpan Begun, double Milliseconds);
