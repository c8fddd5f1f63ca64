namespace Talon.Promotions;

/// <summary>Leaves notes with the cards whose points a commit owes: whoever reads them then settles first, and so reads what was written.</summary>
internal sealed class CardNotes(AttemptStore attempts)
{
    /// <summary>Leaves the notes, before the commit.</summary>
    /// <param name="attempt">The attempt that owes.</param>
    /// <param name="application">The Application, which says which programmes have cards.</param>
    /// <param name="session">The session, which names the card.</param>
    /// <param name="queue">The queue of what takes the notes away.</param>
    /// <param name="owed">What is owed.</param>
    /// <returns>What is owed with what takes the notes away, last.</returns>
    public async Task<IReadOnlyList<OutboxRow>> HoldAsync(AttemptReference attempt, ApplicationConfiguration application, CustomerSession session, string queue, IReadOnlyList<OutboxRow> owed)
    {
        if (session.LoyaltyCards is not [var card, ..])
            return owed;
        var partitions = application.LoyaltyPrograms.Values
            .Where(program => program.CardBased)
            .Select(program => Partitions.Ledger(program.Id, LedgerOwner.OfCard(card)))
            .Where(partition => owed.Any(row => row.Target == partition))
            .ToList();
        await Task.WhenAll(partitions.Select(partition => attempts.HoldAsync(attempt, partition, CancellationToken.None)));
        return [.. owed, .. partitions.Select(partition => OutboxPlan.Note(attempt, queue, partition))];
    }
}
