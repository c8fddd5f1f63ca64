using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Indexing;

/// <summary>Tells expressions that cannot raise an error, whatever the facts.</summary>
internal static class Harmless
{
    private static readonly HashSet<string> Functions =
    [
        ".", "has", "empty", "isEmpty", "=", "!=", "<", "<=", ">", ">=", "between", "and", "or", "not", "in", "inCollection", "list", "filter", "exists", "every", "count",
        "contains", "notContains", "startsWith", "endsWith", "~", "couponValid", "couponValidNoRedeem", "referralValid", "referralValidNoRedeem",
        "profileInAudience", "profileJoinedAudience", "profileLeftAudience", "storeIs", "eventTypeIs", "budgetAvailable", "loyaltyTier", "loyaltyBalance",
        "achievementIs", "achievementProgress", "now", "after", "before", "betweenTimes", "within", "anniversary", "sort", "select", "slice", "reverse", "identity",
    ];

    public static bool Is(Expression expression) =>
        expression switch
        {
            { Constant: not null } or { Path: not null } or ReferenceExpression => true,
            { Source: { } bound } => Is(bound),
            BlockExpression block => Is(block.Body),
            { Type.Kind: TypeKind.Any } => false,
            { Slot: >= 0 } => true,
            { Function: { Name: "catch" } } => Is(expression.Arguments[0]),
            { Function: { } function } => Functions.Contains(function.Name) && expression.Arguments.All(Is),
            _ => false,
        };
}
