namespace Talon.Promotions;

/// <summary>A coupon that an attempt creates before its commit; taken away again when the attempt is abandoned.</summary>
/// <param name="Partition">The coupon's partition.</param>
/// <param name="Id">The coupon's id.</param>
internal sealed record CreatedCode(string Partition, long Id);
