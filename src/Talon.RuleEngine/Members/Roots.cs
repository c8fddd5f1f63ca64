namespace Talon.RuleEngine.Members;

/// <summary>Everything that paths may start with: one line for each.</summary>
internal static class Roots
{
    public static readonly IReadOnlyList<Root> All =
    [
        Root.Of(["Session", "CustomerSession"], SessionMembers.Table, scope => scope.Facts.Session),
        Root.Of(["Profile", "CustomerProfile"], ProfileMembers.Table, scope => scope.Facts.Profile),
        Root.Of(["AdvocateProfile"], ProfileMembers.Table, scope => scope.Facts.Referral?.Referral?.Advocate),
        Root.Of(["Event"], EventMembers.Table, scope => scope.Facts.Event),
        Root.Of(["Coupon"], CouponMembers.Table, scope => scope.Coupon?.Coupon),
        Root.Of(["Referral"], ReferralMembers.Table, scope => scope.Facts.Referral?.Referral),
        Root.Of(["Store"], StoreMembers.Table, scope => scope.Facts.Store),
        Root.Of(["LoyaltyCard"], LoyaltyCardMembers.Table, scope => scope.Facts.LoyaltyCard),
        LoyaltyRoot.Root,
        AchievementRoot.Root,
        Root.Of(["Campaign"], CampaignMembers.Table, scope => scope.Campaign.Definition),
        Root.Of(["Application"], ApplicationMembers.Table, scope => scope.Settings),
    ];

    private static readonly Dictionary<string, Root> ByName = All.SelectMany(root => root.Names, (root, name) => (root, name)).ToDictionary(pair => pair.name, pair => pair.root);

    /// <summary>The root of a name; null when there is none.</summary>
    public static Root? Find(string name) => ByName.GetValueOrDefault(name);
}
