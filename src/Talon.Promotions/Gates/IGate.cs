namespace Talon.Promotions;

/// <summary>Lets one update per integration id run at a time, two wait in order, and refuses the rest.</summary>
/// <remarks>
/// The gate gives order and the refusal; correctness is the ETags' and the attempts'. An id is named by the partition of
/// its session or profile. Nobody who holds a profile waits for a session.
/// </remarks>
public interface IGate
{
    /// <summary>Enters at once, or gives null where somebody is inside.</summary>
    ValueTask<IGateTurn?> TryEnterAsync(string id, CancellationToken cancellation);

    /// <summary>Enters, waiting in order where somebody is inside.</summary>
    /// <param name="id">The partition of the session or profile.</param>
    /// <param name="cancellation">A caller that goes away frees its place.</param>
    /// <exception cref="ConflictException">Three are inside already, or the turn did not come in time.</exception>
    ValueTask<IGateTurn> EnterAsync(string id, CancellationToken cancellation);
}
