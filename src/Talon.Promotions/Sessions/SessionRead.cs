using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Everything that an update of a session looks at.</summary>
internal sealed record SessionRead
{
    /// <summary>The configuration of the Application.</summary>
    public required ApplicationConfiguration Application { get; init; }

    /// <summary>The session's partition.</summary>
    public required string Partition { get; init; }

    /// <summary>What is stored; null for a new session.</summary>
    public SessionRow? Stored { get; init; }

    /// <summary>The ETag of that row.</summary>
    public string? ETag { get; init; }

    /// <summary>What is kept for the request's idempotency key.</summary>
    public KeptAnswer Kept { get; init; }

    /// <summary>Attempts that began and did not end; their requests are gone.</summary>
    public IReadOnlyList<AttemptReference> Unfinished { get; init; } = [];

    /// <summary>What earlier commits still owe.</summary>
    public IReadOnlyList<Row> Outbox { get; init; } = [];

    /// <summary>The customer; null when anonymous.</summary>
    public ProfileRead? Profile { get; init; }

    /// <summary>Budgets that the session's rules looked at last, as they are now.</summary>
    public IReadOnlyList<(LimitKey Key, CounterState State)> Budgets { get; init; } = [];

    /// <summary>The referral whose code is entered; null for none.</summary>
    public ReferralRead? Referral { get; init; }

    /// <summary>The loyalty card that is named; null for none.</summary>
    public CardRead? Card { get; init; }

    /// <summary>The coupons whose codes are entered, in that order.</summary>
    public IReadOnlyList<CouponRead> Coupons { get; init; } = [];

    /// <summary>What catalogs know of the lines that the request brought, by SKU.</summary>
    public IReadOnlyDictionary<string, CatalogItem> CatalogItems { get; init; } = new Dictionary<string, CatalogItem>();
}
