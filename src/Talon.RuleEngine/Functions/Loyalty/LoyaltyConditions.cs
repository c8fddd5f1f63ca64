using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Balances and tiers of the customer, or of the card that the session names.</summary>
internal static class LoyaltyConditions
{
    public static readonly Function Balance = new(
        "loyaltyBalance", FunctionGroup.Condition,
        "Points in a ledger: current unless the kind says pending, negative or tentativeCurrent, which counts what this evaluation gives and takes. The subledger \"\" is the main ledger.",
        """["loyaltyBalance", "stars", "", "current"]""",
        new Overload("(programme: @programme, subledger: string, kind?: 'current' | 'pending' | 'negative' | 'tentativeCurrent') -> number", call =>
        {
            var programme = call.Reference<NamedEntity>(0).Id;
            var subledger = call.Text(1);
            var kind = call.Has(2) ? call.Word(2) : "current";
            return Expression.Number(scope => Points.Balance(scope, new LedgerKey(programme, subledger(scope)), kind));
        }));

    public static readonly Function Tier = new(
        "loyaltyTier", FunctionGroup.Condition,
        "The tier held in a ledger, or \"\" for none.",
        """["=", ["loyaltyTier", "stars", ""], "Gold"]""",
        new Overload("(programme: @programme, subledger: string) -> string", call =>
        {
            var programme = call.Reference<NamedEntity>(0).Id;
            var subledger = call.Text(1);
            return Expression.Text(scope => Points.Tier(scope, new LedgerKey(programme, subledger(scope))));
        }));
}
