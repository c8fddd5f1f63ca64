namespace Talon.Promotions;

/// <summary>What gates have in common.</summary>
internal static class GateRefusal
{
    /// <summary>The documented text.</summary>
    public const string Text = "Too many requests are updating this profile/session at the same time";

    /// <summary>How many may wait while one runs.</summary>
    public const int MostWaiting = 2;

    /// <summary>How long one waits at most.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>After how long a holder is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>How long a place is kept for those who wait; longer than the pauses of one who does.</summary>
    public static readonly TimeSpan Keeping = TimeSpan.FromSeconds(2);

    /// <summary>The refusal.</summary>
    public static ConflictException Create() => new(Text);
}
