using Talon.RuleEngine.Carts;

namespace Talon.RuleEngine.Members;

/// <summary>Attributes of bundles.</summary>
internal static class BundleMembers
{
    public static readonly MemberTable<CartBundle> Table =
        new MemberTable<CartBundle>("Bundle", null, null)
            .Number("Total", "Sum of the items' prices.", (_, bundle) => bundle.Total)
            .Number("Index", "Its place among the bundles, from 0.", (_, bundle) => bundle.Index)
            .List("Items", TalangType.Item, "The units in it.", (_, bundle) => bundle.Items);
}
