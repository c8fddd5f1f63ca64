using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Who gets or spends points: the customer, and in card-based programmes the card.</summary>
internal static class PointsHolder
{
    private static readonly Fault NoCustomer = Fault.Refused(new("ProfileRequired", "customer profile", "none", "one"), "ProfileRequired");
    private static readonly Fault NoCard = Fault.Refused(new("CardRequired", "loyalty card", "none", "one of the programme"));

    /// <summary>The recipient and the card; leaves a fault when one is needed and not there.</summary>
    public static (string Recipient, string? Card) Find(Scope scope, LoyaltyProgramDefinition? programme, long programmeId, string? card)
    {
        var recipient = scope.Facts.Profile?.IntegrationId;
        card ??= scope.Facts.LoyaltyCard is { } entered && entered.ProgramId == programmeId ? entered.Identifier : null;
        if (programme is { CardBased: true } && card is null)
            scope.Fail(NoCard);
        else if (recipient is null && card is null)
            scope.Fail(NoCustomer);
        return (recipient ?? "", card);
    }
}
