using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Reopens a closed session.</summary>
internal sealed class ReopenSession(string sessionId) : Operation
{
    /// <inheritdoc/>
    public override string? SessionId => sessionId;

    /// <inheritdoc/>
    public override string Label => "Reopen";

    /// <inheritdoc/>
    public override Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation) =>
        services.Sessions.ReopenAsync(context, sessionId, render, cancellation);
}
