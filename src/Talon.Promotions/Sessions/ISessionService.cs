using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The life of customer sessions.</summary>
/// <remarks>
/// Members throw <c>InvalidRequestException</c>, <c>NotFoundException</c> and <c>ConflictException</c>; nothing is stored then.
/// <c>render</c> turns the outcome into the answer's bytes; with an idempotency key they are stored in the commit's own
/// transaction, and a repeat gets the stored bytes.
/// </remarks>
public interface ISessionService
{
    /// <summary>Creates or updates a session and evaluates the rules.</summary>
    Task<ReadOnlyMemory<byte>> UpdateAsync(RequestContext context, SessionUpdate update, Func<IntegrationState, byte[]> render, CancellationToken cancellation);

    /// <summary>Turns a closed session back to open; the outcome holds the rollback effects.</summary>
    Task<ReadOnlyMemory<byte>> ReopenAsync(RequestContext context, string integrationId, Func<IntegrationState, byte[]> render, CancellationToken cancellation);

    /// <summary>Takes units of a closed session back; the outcome holds the rollback effects.</summary>
    Task<ReadOnlyMemory<byte>> ReturnAsync(RequestContext context, ReturnRequest request, Func<IntegrationState, byte[]> render, CancellationToken cancellation);

    /// <summary>Reads a session and its net effects.</summary>
    Task<(CustomerSession Session, IReadOnlyList<Effect> NetEffects)> GetAsync(RequestContext context, string integrationId, CancellationToken cancellation);
}
