namespace Talon.Simulation;

/// <summary>1. A code is redeemed at most as often as its limits say, in every scope.</summary>
internal sealed class Invariant01Redemptions(World world, Ceilings ceilings) : CeilingInvariant(world, ceilings, true, "Invariant 1, redemptions stay within their limit");
