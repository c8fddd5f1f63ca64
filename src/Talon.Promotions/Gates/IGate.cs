namespace Talon.Promotions;

/// <summary>Lets one update per integration id run at a time, two wait in order, and refuses the rest.</summary>
/// <remarks>
/// The gate gives order and the refusal; correctness is the ETags' and the attempts'. An id is named by the partition of
/// its session or profile. Nobody who holds a profile waits for a session.
/// </remarks>
public interface IGate
{
    /// <summary>Enters at once, or gives null where somebody is inside.</summary>
    /// <param name="id">The partition of the session or profile.</param>
    /// <param name="request">What repeats of the request have in common; null where it promises none.</param>
    /// <param name="cancellation">Ends the try.</param>
    ValueTask<IGateTurn?> TryEnterAsync(string id, string? request, CancellationToken cancellation);

    /// <summary>Enters, waiting in order where somebody is inside.</summary>
    /// <param name="id">The partition of the session or profile.</param>
    /// <param name="request">What repeats of the request have in common; null where it promises none.</param>
    /// <param name="cancellation">A caller that goes away frees its place.</param>
    /// <exception cref="ConflictException">Three are inside already, or the turn did not come in time, or the one inside is the same request.</exception>
    ValueTask<IGateTurn> EnterAsync(string id, string? request, CancellationToken cancellation);
}
