namespace Talon.Simulation;

/// <summary>Told of every turn at a gate.</summary>
internal interface IGateWatch
{
    /// <summary>A request got in.</summary>
    /// <param name="id">The partition of the session or profile.</param>
    /// <param name="sending">The request.</param>
    /// <param name="alive">Whether its process still runs.</param>
    void Entered(string id, Sending? sending, Func<bool> alive);

    /// <summary>A request began to leave.</summary>
    void Left(string id, Sending? sending);
}
