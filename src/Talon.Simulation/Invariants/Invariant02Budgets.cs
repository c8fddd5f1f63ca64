namespace Talon.Simulation;

/// <summary>2. No budget is overspent.</summary>
internal sealed class Invariant02Budgets(World world, Ceilings ceilings) : CeilingInvariant(world, ceilings, false, "Invariant 2, no budget is overspent");
