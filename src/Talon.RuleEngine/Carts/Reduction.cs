namespace Talon.RuleEngine.Carts;

/// <summary>What a discount takes off the values that later campaigns see, when discounts cascade.</summary>
internal readonly record struct Reduction(ReductionTarget Target, decimal Amount, CartUnit? Unit = null, string? Cost = null);

/// <summary>What a discount takes from.</summary>
internal enum ReductionTarget
{
    SessionTotal,
    CartItems,
    AdditionalCosts,
    SessionCost,
    UnitPrice,
    UnitCost,
    UnitCosts,
}
