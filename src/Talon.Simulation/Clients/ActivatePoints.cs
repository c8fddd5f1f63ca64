using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Activates the points that a session earned.</summary>
internal sealed class ActivatePoints(LoyaltyProgram program, string sessionId) : Operation
{
    /// <inheritdoc/>
    public override string? SessionId => sessionId;

    /// <inheritdoc/>
    public override string Label => "Activate";

    /// <inheritdoc/>
    public override async Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation)
    {
        await services.Loyalty.ActivateAsync(program, context.ApplicationId, sessionId, context.Now, cancellation);
        return render(new IntegrationState { Effects = [] });
    }
}
