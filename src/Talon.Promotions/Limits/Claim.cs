using System.Text.Json.Serialization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>A claim that an attempt asks for, holds, or has confirmed by its commit.</summary>
/// <param name="Partition">The partition of what it takes from.</param>
/// <param name="Stock">The row key of what it takes from.</param>
/// <param name="Id">Unique per attempt and round.</param>
/// <param name="Amount">How much.</param>
/// <param name="Permanent">No rollback gives it back with the rest, as with coupon creations.</param>
[JsonDerivedType(typeof(LimitClaim), "limit")]
[JsonDerivedType(typeof(GiveawayClaim), "giveaway")]
[JsonDerivedType(typeof(PointsClaim), "points")]
[JsonDerivedType(typeof(PointsRollbackClaim), "pointsRollback")]
[JsonDerivedType(typeof(AchievementClaim), "achievement")]
internal abstract record Claim(string Partition, string Stock, string Id, decimal Amount, bool Permanent)
{
    /// <summary>The key of the row that the claim is.</summary>
    [JsonIgnore]
    public virtual string RowKey => KeyOf(Stock, Id);

    /// <summary>When its attempt began; null when the id does not tell.</summary>
    [JsonIgnore]
    public DateTimeOffset? Begun => AttemptTime.Of(Id);

    /// <summary>The row key of a claim. Claims on the same thing stand in the order in which their attempts began.</summary>
    public static string KeyOf(string stock, string id) => $"claim.{stock}.{id}";

    /// <summary>The key of the row that gives part of it back.</summary>
    public virtual string GiveBackKey(ClaimReturn back, string giveBackId) => $"give.{Stock}.{Id}.{giveBackId}";

    /// <summary>Reads what it takes from.</summary>
    /// <param name="store">The store.</param>
    /// <param name="claims">All the claims that are about to take from it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public abstract Task<Stock> ReadAsync(ITableStore store, IEnumerable<Claim> claims, CancellationToken cancellation);
}
