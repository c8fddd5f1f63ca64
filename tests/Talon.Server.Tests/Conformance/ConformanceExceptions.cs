using System.Text.RegularExpressions;

namespace Talon.Server.Tests;

/// <summary>Where the product goes its own way, and why.</summary>
internal static partial class ConformanceExceptions
{
    private const string NoExperiments = "There are no experiments.";
    private const string OnlyOfCatalogs = "Prices come from catalogs, which know of no campaign and no audience.";
    private const string NoBundleMetadata = "Bundles are made in the rule that discounts them, without metadata of their own.";
    private const string OlderName = "An older name of acceptReferral, deprecated.";
    private const string OlderEvent = "An optional part of the older form of events; the effects say it.";

    /// <summary>Statuses that no request reaches.</summary>
    public static IReadOnlyDictionary<(string OperationId, int Status), string> Unreachable { get; } = new Dictionary<(string, int), string>();

    /// <summary>Shapes and effects that no answer holds.</summary>
    public static IReadOnlyDictionary<string, string> NeverAnswered { get; } = new Dictionary<string, string>
    {
        ["AudienceReference"] = OnlyOfCatalogs,
        ["CampaignBudget"] = "Counters of budgets are not read by an update; the analytics tell them.",
        ["CampaignEligibilityExperiment"] = NoExperiments,
        ["CouponRejectionReason"] = OlderEvent,
        ["InfluencingCampaignDetails"] = OnlyOfCatalogs,
        ["LabelTargetAudience"] = OnlyOfCatalogs,
        ["LedgerEntry"] = OlderEvent,
        ["LoyaltyMembership"] = "Deprecated; the programmes tell when a customer joined.",
        ["Meta"] = OlderEvent,
        ["RedeemReferralEffectProps"] = OlderName,
        ["ReferralRejectionReason"] = OlderEvent,
        ["ShowBundleMetadataEffectProps"] = NoBundleMetadata,
        ["redeemReferral"] = OlderName,
        ["showBundleMetadata"] = NoBundleMetadata,
    };

    /// <summary>Members of answers that are not published, by operation; [] stands for any element.</summary>
    public static IReadOnlyDictionary<(string OperationId, string Problem), string> Additions { get; } = new Dictionary<(string, string), string>
    {
        [("updateCustomerProfileV2", "#/achievements: NoAdditionalPropertiesAllowed")] = "The published request may ask for them.",
        [("getLoyaltyCardPoints", "#/data[].cardIdentifier: NoAdditionalPropertiesAllowed")] = "A card's transactions name the card, so its points do too.",
    };

    /// <summary>Whether an answer is only told to hold a member that it is known to hold beyond the published ones.</summary>
    public static bool IsAddition(string operationId, string problem) => Additions.ContainsKey((operationId, Index().Replace(problem, "[]")));

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
