using Talon.RuleEngine.Carts;

namespace Talon.RuleEngine.Evaluation;

/// <summary>What a member of a group would do if it applied.</summary>
/// <param name="Triggered">Whether any rule in it succeeds.</param>
/// <param name="Discount">All discounts in it, in money.</param>
/// <param name="Units">Discount per unit, for what it grants on units.</param>
internal sealed record Trial(bool Triggered, decimal Discount, IReadOnlyDictionary<CartUnit, decimal> Units);
