using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Reports a custom event of a customer, with or without an id of its own.</summary>
internal sealed class TrackEvent : Operation
{
    /// <summary>The request.</summary>
    public required EventUpdate Update { get; init; }

    /// <inheritdoc/>
    public override string? ProfileId => Update.ProfileId;

    /// <inheritdoc/>
    public override string Label => Update.IntegrationId is null ? "Event" : "Event with an id";

    /// <inheritdoc/>
    public override Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation) =>
        services.Events.TrackAsync(context, Update, render, cancellation);
}
