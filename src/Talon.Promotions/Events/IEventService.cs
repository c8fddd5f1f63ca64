namespace Talon.Promotions;

/// <summary>Custom events.</summary>
/// <remarks>Throws and renders as <see cref="ISessionService"/> does.</remarks>
public interface IEventService
{
    /// <summary>Stores an event and evaluates the rules; an unknown customer comes into being. What the rules grant is granted at once.</summary>
    Task<ReadOnlyMemory<byte>> TrackAsync(RequestContext context, EventUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation);

    /// <summary>Reads an event that has an id of the integrator's.</summary>
    Task<IntegrationEvent> GetAsync(RequestContext context, string integrationId, CancellationToken cancellation);
}
