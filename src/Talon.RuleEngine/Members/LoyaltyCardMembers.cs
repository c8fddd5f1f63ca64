namespace Talon.RuleEngine.Members;

/// <summary>Attributes of the loyalty card that the session names.</summary>
internal static class LoyaltyCardMembers
{
    public static readonly MemberTable<LoyaltyCardFacts> Table =
        new MemberTable<LoyaltyCardFacts>("LoyaltyCard", AttributeEntity.LoyaltyCard, (_, card) => card.Attributes)
            .Text("Identifier", "The card's identifier.", (_, card) => card.Identifier);
}
