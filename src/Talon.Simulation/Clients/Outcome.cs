namespace Talon.Simulation;

/// <summary>What a client heard of a request.</summary>
internal enum Outcome
{
    /// <summary>Nothing yet.</summary>
    Pending,

    /// <summary>It was done.</summary>
    Acknowledged,

    /// <summary>It was refused, and nothing was done.</summary>
    Refused,

    /// <summary>No answer: it may be done, or may be done later, or never.</summary>
    Lost,
}
