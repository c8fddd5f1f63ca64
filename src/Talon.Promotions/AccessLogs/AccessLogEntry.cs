namespace Talon.Promotions;

/// <summary>A call that was kept.</summary>
/// <param name="Uuid">Names it.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Method">The method.</param>
/// <param name="RequestUri">Path and query as they were sent.</param>
/// <param name="Time">When it came.</param>
/// <param name="RequestPayload">The body, its beginning if it is long; headers, and so keys, are not kept.</param>
/// <param name="ResponsePayload">The answer's body, its beginning if it is long.</param>
public sealed record AccessLogEntry(Guid Uuid, int Status, string Method, string RequestUri, DateTimeOffset Time, string RequestPayload, string ResponsePayload)
{
    /// <summary>What texts the bodies held, where they were too long to be kept whole; see <see cref="TextFilter"/>.</summary>
    public byte[]? Texts { get; init; }
}
