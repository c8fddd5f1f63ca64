namespace Talon.RuleEngine.Carts;

/// <summary>What a discount takes off the values that later campaigns see, when discounts cascade.</summary>
/// <param name="Target">What it takes from.</param>
/// <param name="Amount">How much.</param>
/// <param name="Unit">The unit that it takes from, all pieces of it together; null for the session.</param>
/// <param name="Cost">The cost that it takes from, where it is one.</param>
internal readonly record struct Reduction(ReductionTarget Target, decimal Amount, CartUnit? Unit = null, string? Cost = null);

/// <summary>What a discount takes from, of the session or of a unit.</summary>
internal enum ReductionTarget
{
    /// <summary>Everything together.</summary>
    Total,

    /// <summary>The prices together.</summary>
    Prices,

    /// <summary>The costs together.</summary>
    Costs,

    /// <summary>One cost.</summary>
    Cost,
}
