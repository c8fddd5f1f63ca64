using System.Globalization;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The names of partitions.</summary>
internal static class Partitions
{
    /// <summary>A session with its attempts, outbox and kept answers.</summary>
    public static string Session(long applicationId, string integrationId) => string.Create(CultureInfo.InvariantCulture, $"session.{applicationId}.{KeyText.Hash(integrationId)}");

    /// <summary>An event that has an id of the integrator's, with its attempts and outbox.</summary>
    public static string Event(long applicationId, string integrationId) => string.Create(CultureInfo.InvariantCulture, $"event.{applicationId}.{KeyText.Hash(integrationId)}");

    /// <summary>What an idempotency key stands for.</summary>
    public static string IdempotencyKey(long applicationId, IdempotencyKey key) => string.Create(CultureInfo.InvariantCulture, $"key.{applicationId}.{KeyText.Hash(key.Text)}");

    /// <summary>A profile with its totals.</summary>
    public static string Profile(string integrationId) => "profile." + KeyText.Hash(integrationId);

    /// <summary>A coupon with its counters, claims and reservations.</summary>
    public static string Coupon(long applicationId, string code) => string.Create(CultureInfo.InvariantCulture, $"coupon.{applicationId}.{KeyText.Hash(code)}");

    /// <summary>A referral with its counters and claims.</summary>
    public static string Referral(long applicationId, string code) => string.Create(CultureInfo.InvariantCulture, $"referral.{applicationId}.{KeyText.Hash(code)}");

    /// <summary>Whether a customer was referred in an Application.</summary>
    public static string Referred(LimitKey key) => string.Create(CultureInfo.InvariantCulture, $"referred.{key.OwnerId}.{KeyText.Hash(key.Entities)}");

    /// <summary>The points of a customer or card in a programme.</summary>
    public static string Ledger(long programId, LedgerOwner owner) => string.Create(CultureInfo.InvariantCulture, $"ledger.{programId}.{owner.Hash ?? KeyText.Hash(owner.Text)}");

    /// <summary>A call that a rule made.</summary>
    public static string WebhookCall(string id) => "webhook." + KeyText.Hash(id);

    /// <summary>A customer's progress in achievements.</summary>
    public static string Achievements(string integrationId) => "achievements." + KeyText.Hash(integrationId);

    /// <summary>One of the partitions of a giveaway pool.</summary>
    public static string Giveaways(long poolId, int shard) => string.Create(CultureInfo.InvariantCulture, $"giveaways.{poolId}.{shard}");

    /// <summary>What leads from a transaction of waiting points to whose they are.</summary>
    public static string WaitingPoints(long programId, string transaction) => string.Create(CultureInfo.InvariantCulture, $"waiting.{programId}.{KeyText.Hash(transaction)}");

    /// <summary>The answer kept for a request that wrote many profiles.</summary>
    public static string BatchAnswer(long applicationId, IdempotencyKey key) => string.Create(CultureInfo.InvariantCulture, $"batch.{applicationId}.{KeyText.Hash(key.Text)}");

    /// <summary>What leads to the coupons that an Application shows to everybody.</summary>
    public static string Everybody(long applicationId) => string.Create(CultureInfo.InvariantCulture, $"everybody.{applicationId}");

    /// <summary>One of the partitions of what leads from moments to the points that change then.</summary>
    public static string DuePoints(int shard) => string.Create(CultureInfo.InvariantCulture, $"due.{shard}");

    /// <summary>One budget counter of a campaign.</summary>
    public static string Budget(LimitKey key) => string.Create(CultureInfo.InvariantCulture, $"budget.{key.OwnerId}.{KeyText.Hash($"{key.Limit}\n{key.Period}\n{key.Entities}")}");
}
