namespace Talon.Promotions;

/// <summary>Who applies what a commit owes other partitions.</summary>
public enum FinaliseMode
{
    /// <summary>The request, before it answers; the queue is the guarantee.</summary>
    Inline,

    /// <summary>The queue functions.</summary>
    Queue,
}
