using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A call that a rule made.</summary>
internal sealed record WebhookCallRow
{
    /// <summary>The row key.</summary>
    public const string Key = "call";

    /// <summary>Names the call.</summary>
    public required string Id { get; init; }

    /// <summary>The webhook.</summary>
    public required long WebhookId { get; init; }

    /// <summary>The values of its parameters.</summary>
    public required IReadOnlyDictionary<string, Value> Parameters { get; init; }

    /// <summary>When the rule fired.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was tried without success.</summary>
    public int Failures { get; init; }

    /// <summary>From when on it is given up at the next failure.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why it failed last; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>How it stands.</summary>
    public WebhookCallState State { get; init; }
}

/// <summary>How a call stands.</summary>
internal enum WebhookCallState
{
    /// <summary>To be made.</summary>
    Waiting,

    /// <summary>Made.</summary>
    Delivered,

    /// <summary>Given up.</summary>
    Parked,
}
