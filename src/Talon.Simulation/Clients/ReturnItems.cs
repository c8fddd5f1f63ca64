using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Takes units of a closed session back.</summary>
internal sealed class ReturnItems : Operation
{
    /// <summary>The request.</summary>
    public required ReturnRequest Request { get; init; }

    /// <inheritdoc/>
    public override string? SessionId => Request.IntegrationId;

    /// <inheritdoc/>
    public override string Label => "Return";

    /// <inheritdoc/>
    public override Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation) =>
        services.Sessions.ReturnAsync(context, Request, render, cancellation);
}
