using Talon.Storage;

namespace Talon.Promotions;

/// <summary>What claims take from, as it was read or as it will be: a counter, a ledger of points, a shelf of giveaways. Immutable.</summary>
internal abstract class Stock
{
    /// <summary>What has to be written so that the store agrees.</summary>
    public abstract IReadOnlyList<Change> Changes { get; }

    /// <summary>How many rows have to be written.</summary>
    public virtual int Writes => 1;

    /// <summary>Whether writing what has to be written proves that all of it was as it was read; otherwise only of the rows written.</summary>
    public virtual bool IsSeenWhole => true;

    /// <summary>Whether enough was read to judge a claim.</summary>
    public virtual bool Suffices(Claim claim) => true;

    /// <summary>Takes what a claim asks for; null when it must not.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="ceiling">For a counter, the most that it may reach; null for no limit.</param>
    public abstract StockMove? Take(Claim claim, decimal? ceiling);

    /// <summary>Puts back part of what a claim took.</summary>
    public abstract StockMove PutBack(ClaimRow made, ClaimReturn back);

    /// <summary>Undoes what an abandoned claim still holds, as if it had never been made.</summary>
    public abstract StockMove Undo(ClaimRow made, Claim claim);

    /// <summary>The later of two moments that may be missing.</summary>
    protected static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    /// <summary>The same as it stands once it was written; null when it has to be read again.</summary>
    public virtual Stock? Written(IReadOnlyList<string> etags) => null;
}
