using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Creates, changes, closes or cancels a session, or only asks what would happen.</summary>
internal sealed class UpdateSession : Operation
{
    /// <summary>The request.</summary>
    public required SessionUpdate Update { get; init; }

    /// <inheritdoc/>
    public override string? SessionId => Update.IntegrationId;

    /// <inheritdoc/>
    public override string? ProfileId => string.IsNullOrEmpty(Update.ProfileId) ? null : Update.ProfileId;

    /// <inheritdoc/>
    public override string Label => $"{(Update.Dry ? "dry " : "")}{Update.State ?? SessionState.Open}";

    /// <inheritdoc/>
    public override Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation) =>
        services.Sessions.UpdateAsync(context, Update, render, cancellation);

    /// <inheritdoc/>
    public override string ToString() => Update.Dry || Update.State is SessionState.Cancelled
        ? base.ToString()
        : $"{base.ToString()} [{(Update.CouponCodes is { } codes ? string.Join(' ', codes) : "same codes")}] {(Update.CartItems is { } items ? string.Join(' ', items.Select(item => $"{item.Quantity}x{item.Price}")) : "same cart")}";
}
