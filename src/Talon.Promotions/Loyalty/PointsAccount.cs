namespace Talon.Promotions;

/// <summary>Points that a request names: a customer's, or a card's, in a programme that the caller may use.</summary>
public sealed record PointsAccount
{
    internal PointsAccount(LoyaltyProgram program, LedgerOwner owner, LoyaltyCard? card = null) => (Program, Owner, Card) = (program, owner, card);

    /// <summary>The programme.</summary>
    public LoyaltyProgram Program { get; }

    /// <summary>The card; null for a customer's points.</summary>
    public LoyaltyCard? Card { get; }

    /// <summary>The customer; null for a card's points.</summary>
    public string? Profile => Owner.Profile;

    internal LedgerOwner Owner { get; }

    internal string Partition => Partitions.Ledger(Program.Id, Owner);
}
