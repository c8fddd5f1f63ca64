using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Reads a session and its net effects.</summary>
internal sealed class ReadSession(string sessionId) : Operation
{
    /// <inheritdoc/>
    public override string? SessionId => sessionId;

    /// <inheritdoc/>
    public override string Label => "Read";

    /// <inheritdoc/>
    public override async Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        var (session, netEffects) = await services.Sessions.GetAsync(context, sessionId, cancellation);
        return render(new IntegrationState { CustomerSession = session, Effects = netEffects });
    }
}
