using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Creates or changes a profile, with or without rules.</summary>
internal sealed class UpdateProfile : Operation
{
    /// <summary>The request.</summary>
    public required ProfileUpdate Update { get; init; }

    /// <inheritdoc/>
    public override string? ProfileId => Update.IntegrationId;

    /// <inheritdoc/>
    public override string Label => Update.RunRuleEngine ? "Profile with rules" : "Profile";

    /// <inheritdoc/>
    public override Task<ReadOnlyMemory<byte>> RunAsync(PromotionServices services, RequestContext context, Func<IntegrationState, byte[]> render, CancellationToken cancellation) =>
        services.Profiles.UpdateAsync(context, Update, render, cancellation);
}
