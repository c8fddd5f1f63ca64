using Talon.Promotions;

namespace Talon.Http;

/// <summary>What is known of a request on its way through, whatever becomes of it.</summary>
internal sealed class RequestTrace
{
    /// <summary>When it came.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>The Application whose key it came with; 0 while nobody knows, and for other keys.</summary>
    public long ApplicationId { get; set; }

    /// <summary>The body, once it is read.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>What is left for the time after the answer.</summary>
    public AfterAnswer AfterAnswer { get; } = new();
}
