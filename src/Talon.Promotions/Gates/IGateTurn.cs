using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The turn of one update at a gate.</summary>
public interface IGateTurn
{
    /// <summary>The change in the id's own partition that leaves the gate along with a commit; null where leaving writes nothing there.</summary>
    Change? Exit { get; }

    /// <summary>Takes note that a commit carried out <see cref="Exit"/>.</summary>
    void Exited();

    /// <summary>Leaves, unless that is done already, and lets the next one run.</summary>
    ValueTask LeaveAsync();
}
