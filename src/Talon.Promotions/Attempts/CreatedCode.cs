namespace Talon.Promotions;

/// <summary>A coupon or referral that an attempt creates before its commit; taken away again when the attempt is abandoned.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsReferral">Whether it is a referral.</param>
internal sealed record CreatedCode(string Partition, long Id, bool IsReferral = false);
