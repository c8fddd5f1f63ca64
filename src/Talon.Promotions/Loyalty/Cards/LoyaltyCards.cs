using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Loyalty cards of card-based programmes: creates them, and registers customers on them.</summary>
/// <remarks>A card stands in the partition of its points.</remarks>
public sealed class LoyaltyCards
{
    private const int Draws = 20;

    private readonly ITableStore _store;
    private readonly LoyaltyReader _reader;
    private readonly ProfileReader _profiles;
    private readonly ProfileLinks _links;
    private readonly IdSource _ids;
    private readonly IRandomSource _random;

    internal LoyaltyCards(ITableStore store, LoyaltyReader reader, ProfileReader profiles, ProfileLinks links, IdSource ids, IRandomSource random) =>
        (_store, _reader, _profiles, _links, _ids, _random) = (store, reader, profiles, links, ids, random);

    /// <summary>Creates a card. Without an identifier one is drawn from the programme's pattern.</summary>
    /// <exception cref="InvalidRequestException">The identifier is taken, a customer is not known, or they are too many.</exception>
    public async Task<LoyaltyCard> CreateAsync(LoyaltyProgram program, string? identifier, bool active, IReadOnlyList<string> profiles, DateTimeOffset now, CancellationToken cancellation)
    {
        RequireCardBased(program);
        var users = profiles.Distinct().ToList();
        if (program.UsersPerCardLimit is > 0 and var limit && users.Count > limit)
            throw new InvalidRequestException(new Problem("maxItems", $"A card of this programme has at most {limit} customers", "/customerProfileIds"));
        await RequireProfilesAsync(profiles, cancellation);
        var card = new LoyaltyCard
        {
            Id = await _ids.NextAsync(IdKinds.LoyaltyCard, cancellation),
            Created = now,
            Modified = now,
            ProgramId = program.Id,
            Identifier = identifier ?? "",
            Active = active,
            Profiles = [.. users.Select(user => new CardRegistration(user, now))],
            BatchId = _random.UniqueId(),
        };
        var pattern = new CodePattern(program.CardCodeSettings?.CouponPattern, program.CardCodeSettings?.ValidCharacters);
        for (var draw = 0; draw < (identifier is null ? Draws : 1); draw++)
        {
            var drawn = identifier is null ? card with { Identifier = pattern.Next(_random) } : card;
            await LinkAsync(drawn, users, cancellation);
            if (await InsertAsync(drawn, cancellation))
                return drawn;
        }

        throw new InvalidRequestException(identifier is null
            ? new Problem("Invalid value", "The programme's pattern gives hardly any new identifiers")
            : new Problem("Duplicate", $"There is already a card \"{identifier}\" in this programme", "/cardIdentifier"));
    }

    /// <summary>Registers a customer on a card; one who is registered stays so.</summary>
    /// <exception cref="NotFoundException">There is no such card, or no such customer.</exception>
    /// <exception cref="InvalidRequestException">The card has as many customers as the programme allows.</exception>
    public async Task<LoyaltyCard> RegisterAsync(LoyaltyProgram program, string identifier, string profile, DateTimeOffset now, CancellationToken cancellation)
    {
        RequireCardBased(program);
        if ((await _profiles.ReadAsync(profile, cancellation)).Stored is null)
            throw new NotFoundException($"There is no customer profile \"{profile}\"");
        await _links.AddAsync([(Partitions.Profile(profile), Partitions.Ledger(program.Id, LedgerOwner.OfCard(identifier)))], cancellation);
        return await EditAsync(program, identifier, card => card.Profiles.Any(user => user.IntegrationId == profile) ? card : Add(program, card, profile, now), cancellation);
    }

    /// <summary>Takes a customer off a card.</summary>
    /// <exception cref="NotFoundException">There is no such card, or the customer is not registered on it.</exception>
    public Task<LoyaltyCard> UnregisterAsync(LoyaltyProgram program, string identifier, string profile, DateTimeOffset now, CancellationToken cancellation)
    {
        RequireCardBased(program);
        return EditAsync(
            program,
            identifier,
            card => card.Profiles.Any(user => user.IntegrationId == profile)
                ? card with { Profiles = [.. card.Profiles.Where(user => user.IntegrationId != profile)], Modified = now }
                : throw new NotFoundException($"The customer \"{profile}\" is not registered on the card \"{identifier}\""),
            cancellation);
    }

    /// <summary>Allows or forbids earning and spending points with a card.</summary>
    /// <exception cref="NotFoundException">There is no such card.</exception>
    public Task<LoyaltyCard> UpdateAsync(LoyaltyProgram program, string identifier, bool active, string? blockReason, DateTimeOffset now, CancellationToken cancellation)
    {
        RequireCardBased(program);
        return EditAsync(program, identifier, card => card with { Active = active, BlockReason = active ? null : blockReason, Modified = now }, cancellation);
    }

    /// <summary>Refuses programmes whose points belong to customers.</summary>
    internal static void RequireCardBased(LoyaltyProgram program)
    {
        if (!program.CardBased)
            throw new InvalidRequestException(new Problem("Invalid", $"The programme \"{program.Name}\" is not card-based; its points belong to customers", Parameter: "loyaltyProgramId"));
    }

    /// <summary>The refusal of a card that is not there.</summary>
    internal static NotFoundException Missing(string identifier) => new($"There is no loyalty card \"{identifier}\"");

    private static LoyaltyCard Add(LoyaltyProgram program, LoyaltyCard card, string profile, DateTimeOffset now) => program.UsersPerCardLimit is > 0 and var limit && card.Profiles.Count >= limit
        ? throw new InvalidRequestException(new Problem("maxItems", $"A card of this programme has at most {limit} customers", "/integrationId"))
        : card with { Profiles = [.. card.Profiles, new CardRegistration(profile, now)], Modified = now };

    private async Task RequireProfilesAsync(IReadOnlyList<string> profiles, CancellationToken cancellation)
    {
        var reads = await Task.WhenAll(profiles.Select(profile => _profiles.ReadAsync(profile, cancellation)));
        var unknown = reads.Index().Where(read => read.Item.Stored is null)
            .Select(read => new Problem("Unknown", $"There is no customer profile \"{read.Item.IntegrationId}\"", JsonPointer.Append("/customerProfileIds", read.Index))).ToList();
        if (unknown.Count > 0)
            throw new InvalidRequestException(unknown);
    }

    private Task LinkAsync(LoyaltyCard card, IReadOnlyList<string> users, CancellationToken cancellation) =>
        _links.AddAsync(users.Select(user => (Partitions.Profile(user), Partitions.Ledger(card.ProgramId, LedgerOwner.OfCard(card.Identifier)))), cancellation);

    private async Task<bool> InsertAsync(LoyaltyCard card, CancellationToken cancellation)
    {
        var partition = Partitions.Ledger(card.ProgramId, LedgerOwner.OfCard(card.Identifier));
        if ((await _store.CommitAsync(partition, [Change.Insert(LedgerRows.Card, RowCodec.Encode(card, RowJson.Default.LoyaltyCard))], cancellation)).Committed)
            return true;
        return await _store.ReadAsync(partition, LedgerRows.Card, cancellation) is { } there && RowCodec.Decode(there.Body, RowJson.Default.LoyaltyCard).Id == card.Id;
    }

    private async Task<LoyaltyCard> EditAsync(LoyaltyProgram program, string identifier, Func<LoyaltyCard, LoyaltyCard> edit, CancellationToken cancellation)
    {
        var owner = LedgerOwner.OfCard(identifier);
        while (true)
        {
            var account = await _reader.ReadAsync(program.Id, owner, cancellation);
            var before = account.Card ?? throw Missing(identifier);
            var after = edit(before);
            if (after == before || (await _store.CommitAsync(account.Partition, [account.Write(after)], cancellation)).Committed)
                return after;
        }
    }
}
