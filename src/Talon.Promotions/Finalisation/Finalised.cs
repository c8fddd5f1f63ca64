namespace Talon.Promotions;

/// <summary>What became of the rows that a commit owes.</summary>
internal enum Finalised
{
    /// <summary>They are applied, but for the end of notes.</summary>
    Applied,

    /// <summary>The queue functions were told.</summary>
    Queued,

    /// <summary>The store did not answer; the guard message sees to them.</summary>
    Unknown,
}
