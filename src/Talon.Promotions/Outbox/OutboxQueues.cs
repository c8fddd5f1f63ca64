namespace Talon.Promotions;

/// <summary>The queues whose functions work off outboxes. Messages name an attempt; the rows are the truth.</summary>
public static class OutboxQueues
{
    /// <summary>What closing a session owes.</summary>
    public const string Redemptions = "redemptions";

    /// <summary>Points.</summary>
    public const string Loyalty = "loyalty";

    /// <summary>What cancelling, reopening or returning owes.</summary>
    public const string Rollbacks = "rollbacks";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Redemptions, Loyalty, Rollbacks];
}
