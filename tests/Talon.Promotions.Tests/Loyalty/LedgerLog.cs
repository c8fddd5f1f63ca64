namespace Talon.Promotions.Tests;

/// <summary>Reads whole logs.</summary>
internal static class LedgerLog
{
    /// <summary>All entries of an account, in the order of time.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> LogAsync(this LoyaltyReader reader, long programId, LedgerOwner owner)
    {
        var entries = await reader.NewestAsync(Partitions.Ledger(programId, owner), null, null, TestContext.Current.CancellationToken).ToListAsync();
        entries.Reverse();
        return entries;
    }
}
