using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>A stored session.</summary>
internal sealed record SessionRow
{
    /// <summary>The session.</summary>
    public required CustomerSession Session { get; init; }

    /// <summary>The attempt that wrote it last.</summary>
    public required string Attempt { get; init; }

    /// <summary>The attempts that wrote it before, the latest first: one of them may still wait to learn that it did.</summary>
    public IReadOnlyList<string> EarlierAttempts { get; init; } = [];

    /// <summary>How often it was written, from 1; orders the outbox.</summary>
    public required long Commits { get; init; }

    /// <summary>How often it was closed.</summary>
    public long Closes { get; init; }

    /// <summary>The attempt that closed it, while it is closed; its claims are what a rollback gives back. Null when it claimed nothing.</summary>
    public string? ClosingAttempt { get; init; }

    /// <summary>The net effects, when they are few.</summary>
    public IReadOnlyList<GrantedEffect> Effects { get; init; } = [];

    /// <summary>The attempt whose pages hold the net effects, when they are many; null otherwise.</summary>
    public string? EffectsAttempt { get; init; }

    /// <summary>How many pages.</summary>
    public int EffectPages { get; init; }

    /// <summary>Whether an attempt wrote it lately.</summary>
    public bool WasWrittenBy(string attempt) => Attempt == attempt || EarlierAttempts.Contains(attempt);

    /// <summary>Nothing given back.</summary>
    public static IReadOnlyDictionary<int, decimal> Nothing { get; } = new Dictionary<int, decimal>();

    /// <summary>Effects that happened once and for all in its life.</summary>
    public IReadOnlyList<DoneEffect> Done { get; init; } = [];

    /// <summary>When the oldest kept answer expires; null while none is kept.</summary>
    public DateTimeOffset? AnswersExpire { get; init; }

    /// <summary>The returns, while it is closed.</summary>
    public IReadOnlyList<Return> Returns { get; init; } = [];

    /// <summary>What the returned units cost before discounts.</summary>
    public decimal ReturnedSales { get; init; }

    /// <summary>What returns gave back of the closing's claims, by their index.</summary>
    public IReadOnlyDictionary<int, decimal> GivenBack { get; init; } = Nothing;

    /// <summary>The advocate of the referral entered; the next update will most likely ask for them too.</summary>
    public string? Advocate { get; init; }

    /// <summary>Points that reopening left with the customer; the same effects do not grant them again.</summary>
    public IReadOnlyList<PointsGrant> PointsLeft { get; init; } = [];

    /// <summary>Progress in achievements that reopening left with the customer; the same effects do not add it again.</summary>
    public IReadOnlyList<ProgressStep> ProgressLeft { get; init; } = [];

    /// <summary>Claims that reopening left, since what they were taken for stays; the same effects do not claim it again.</summary>
    public IReadOnlyList<Claim> ClaimsLeft { get; init; } = [];

    /// <summary>Claims on the budgets of campaigns for referrals created and coupons reserved in its life; cancelling gives them back.</summary>
    public IReadOnlyList<Claim> InstantClaims { get; init; } = [];

    /// <summary>The campaigns' budgets that the last evaluation looked at; the next one will most likely look at them again.</summary>
    public IReadOnlyList<LimitKey> Budgets { get; init; } = [];

    /// <summary>Where its last closing is counted; null while it never closed.</summary>
    public CountedSession? Counted { get; init; }

    /// <summary>Ids of the campaigns that triggered at the last evaluation.</summary>
    public IReadOnlyList<long> Triggered { get; init; } = [];
}
