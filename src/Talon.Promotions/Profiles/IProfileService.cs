namespace Talon.Promotions;

/// <summary>Customer profiles.</summary>
/// <remarks>Throws and renders as <see cref="ISessionService"/> does.</remarks>
public interface IProfileService
{
    /// <summary>Creates or updates a profile, and evaluates the rules when asked to.</summary>
    Task<ReadOnlyMemory<byte>> UpdateAsync(RequestContext context, ProfileUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation);
}
