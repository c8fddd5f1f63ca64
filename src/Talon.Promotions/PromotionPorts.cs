using Talon.Storage;

namespace Talon.Promotions;

/// <summary>What a host provides.</summary>
/// <param name="Store">Rows.</param>
/// <param name="Queue">Messages.</param>
/// <param name="Gate">Turns per integration id.</param>
/// <param name="Clock">Time.</param>
/// <param name="Random">Randomness.</param>
/// <param name="Finalise">Who applies what commits owe.</param>
public sealed record PromotionPorts(ITableStore Store, IMessageQueue Queue, IGate Gate, TimeProvider Clock, IRandomSource Random, FinaliseMode Finalise)
{
    /// <summary>After how many conflicts a limit is split, so that instances do not get in each other's way; 0 to split every one.</summary>
    public int SplitAfter { get; init; } = LimitLedger.SplitAfter;

    /// <summary>How long such conflicts count, and how long a limit stays split once no other instance claims from it; a minute.</summary>
    public TimeSpan SplitFor { get; init; } = LimitLedger.SplitFor;

    /// <summary>Makes the calls of rules; null where none are made, and those that rules make are given up after a day.</summary>
    public IWebhookSender? Webhooks { get; init; }
}
