namespace Talon.Promotions;

/// <summary>Reads loyalty cards with their points; what sessions still owe them is settled first.</summary>
internal sealed class CardReader(LoyaltyReader reader, Settlement settlement)
{
    /// <summary>Reads a card of a programme, in one trip unless a session still owes it points.</summary>
    public async Task<LoyaltyAccount> ReadAsync(LoyaltyProgram program, string identifier, CancellationToken cancellation)
    {
        var owner = LedgerOwner.OfCard(identifier);
        var account = await reader.ReadAsync(program.Id, owner, cancellation);
        if (account.Held.Count == 0)
            return account;
        await Task.WhenAll(account.Held.Select(note => settlement.SettleNoteAsync(account.Partition, note, cancellation)));
        return await reader.ReadAsync(program.Id, owner, cancellation);
    }

    /// <summary>Reads the card that a request names, with its points, in one trip; null when it names none.</summary>
    public async Task<CardRead?> ReadAsync(ApplicationConfiguration application, IReadOnlyList<string>? cards, CancellationToken cancellation)
    {
        if (cards is null or { Count: 0 })
            return null;
        var programs = application.LoyaltyPrograms.Values.Where(program => program.CardBased).OrderBy(program => program.Id).ToList();
        var accounts = await Task.WhenAll(programs.Select(program => ReadAsync(program, cards[0], cancellation)));
        var (program, account) = programs.Zip(accounts).FirstOrDefault(pair => pair.Second.Card is not null);
        return new CardRead(cards[0], program, account);
    }
}
