using System.Text.Json.Serialization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The JSON of stored rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(EffectConverter), typeof(ValueConverter)])]
[JsonSerializable(typeof(CounterRow))]
[JsonSerializable(typeof(ClaimRow))]
[JsonSerializable(typeof(GiveBackRow))]
[JsonSerializable(typeof(GiveawayPack))]
[JsonSerializable(typeof(GiveawayImportRow))]
[JsonSerializable(typeof(Giveaway))]
[JsonSerializable(typeof(LedgerRow))]
[JsonSerializable(typeof(LedgerOwner))]
[JsonSerializable(typeof(LoyaltyAccountRow))]
[JsonSerializable(typeof(LedgerLogRow))]
[JsonSerializable(typeof(ForgettableRow))]
[JsonSerializable(typeof(ImportedPoints))]
[JsonSerializable(typeof(LoyaltyCard))]
[JsonSerializable(typeof(AttemptRow))]
[JsonSerializable(typeof(AttemptReference))]
[JsonSerializable(typeof(HeldRow))]
[JsonSerializable(typeof(AnalyticsDay))]
[JsonSerializable(typeof(OutboxRow))]
[JsonSerializable(typeof(ProfileTotals))]
[JsonSerializable(typeof(ProfileRow))]
[JsonSerializable(typeof(ActivityRow))]
[JsonSerializable(typeof(MembershipRow))]
[JsonSerializable(typeof(MemberRow))]
[JsonSerializable(typeof(AudienceChangedRow))]
[JsonSerializable(typeof(ChoreRow))]
[JsonSerializable(typeof(ChoreReference))]
[JsonSerializable(typeof(CatalogHead))]
[JsonSerializable(typeof(CatalogItem))]
[JsonSerializable(typeof(CatalogSyncRow))]
[JsonSerializable(typeof(PriceRow))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ClosedSessionRow))]
[JsonSerializable(typeof(CouponRow))]
[JsonSerializable(typeof(ReferralRow))]
[JsonSerializable(typeof(ReservationRow))]
[JsonSerializable(typeof(SessionRow))]
[JsonSerializable(typeof(EventRow))]
[JsonSerializable(typeof(AchievementRow))]
[JsonSerializable(typeof(WebhookCallRow))]
[JsonSerializable(typeof(IReadOnlyList<GrantedEffect>))]
[JsonSerializable(typeof(AnswerRow))]
[JsonSerializable(typeof(LeaseRow))]
[JsonSerializable(typeof(ParkedRow))]
[JsonSerializable(typeof(JobRow))]
[JsonSerializable(typeof(AccessLogEntry))]
[JsonSerializable(typeof(Dictionary<string, Value>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, Value>))]
internal sealed partial class RowJson : JsonSerializerContext;
