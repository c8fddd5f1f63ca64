using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Points of customers and cards: reads them, and does by hand what sessions do by rules.</summary>
public sealed class LoyaltyService
{
    /// <summary>Longest id of a subledger, in characters.</summary>
    public const int MaxSubledger = 64;

    private readonly ConfigurationStore _configurations;
    private readonly LoyaltyReader _reader;
    private readonly LoyaltyReads _reads;
    private readonly LoyaltyStates _states;
    private readonly CardReader _cards;
    private readonly ProfileLinks _links;
    private readonly PointsBooking _booking;
    private readonly PointsWiping _wiping;
    private readonly PointsActivating _activating;
    private readonly ProfileReader _profiles;
    private readonly ProfileWriter _writer;
    private readonly ManualPoints _manual;
    private readonly IRandomSource _random;

    internal LoyaltyService(
        ITableStore store,
        ConfigurationStore configurations,
        LoyaltyReader reader,
        LoyaltyStates states,
        CardReader cards,
        PointsBooking booking,
        OutboxWorker outbox,
        ProfileReader profiles,
        ProfileWriter writer,
        ProfileLinks links,
        IdSource ids,
        IRandomSource random)
    {
        (_configurations, _reader, _states, _cards, _booking, _profiles, _writer, _links, _random) = (configurations, reader, states, cards, booking, profiles, writer, links, random);
        _reads = new LoyaltyReads(reader);
        _wiping = new PointsWiping(store, reader, booking, random);
        _activating = new PointsActivating(store, booking, outbox, random);
        _manual = new ManualPoints(booking, ids, random);
    }

    /// <summary>A programme that an Application may use.</summary>
    /// <exception cref="NotFoundException">There is none of that id for it.</exception>
    public async Task<LoyaltyProgram> ProgramAsync(long applicationId, long programId, CancellationToken cancellation) =>
        (await _configurations.GetAsync(cancellation)).For(applicationId).LoyaltyPrograms.GetValueOrDefault(programId) ?? throw Missing(programId);

    /// <summary>A programme of the account.</summary>
    /// <exception cref="NotFoundException">There is none of that id.</exception>
    public async Task<LoyaltyProgram> ProgramAsync(long programId, CancellationToken cancellation) =>
        (await _configurations.GetAsync(cancellation)).RequireLoyaltyProgram(programId);

    /// <summary>The points of a customer; what sessions still owe them is settled first.</summary>
    /// <exception cref="NotFoundException">There is no such customer.</exception>
    /// <exception cref="InvalidRequestException">The programme is card-based.</exception>
    public async Task<PointsAccount> OfProfileAsync(LoyaltyProgram program, string integrationId, CancellationToken cancellation)
    {
        RequireProfileBased(program);
        var read = await _profiles.ReadAsync(integrationId, cancellation);
        return read.Stored is null ? throw new NotFoundException($"There is no customer profile \"{integrationId}\"") : new PointsAccount(program, LedgerOwner.OfProfile(integrationId));
    }

    /// <summary>The points of a card; what sessions still owe it is settled first.</summary>
    /// <exception cref="NotFoundException">There is no such card.</exception>
    /// <exception cref="InvalidRequestException">The programme is not card-based.</exception>
    public async Task<PointsAccount> OfCardAsync(LoyaltyProgram program, string identifier, CancellationToken cancellation)
    {
        LoyaltyCards.RequireCardBased(program);
        var card = (await _cards.ReadAsync(program, identifier, cancellation)).Card;
        return card is null ? throw LoyaltyCards.Missing(identifier) : new PointsAccount(program, LedgerOwner.OfCard(identifier), card);
    }

    /// <summary>All of a customer's points in the programmes of an Application, and those of the cards that they are registered on.</summary>
    public async Task<Loyalty> InventoryAsync(long applicationId, string integrationId, DateTimeOffset now, CancellationToken cancellation)
    {
        var application = (await _configurations.GetAsync(cancellation)).For(applicationId);
        var profile = await _profiles.ReadAsync(integrationId, cancellation);
        var loyalty = await _states.ReadAsync(application, integrationId, [], LoyaltyDoings.None, now, cancellation);
        List<LoyaltyCardState> cards = [];
        await foreach (var partition in _links.ListAsync(profile.Partition, LinkRows.Cards, cancellation))
        {
            var account = await _reader.ReadAsync(partition, cancellation);
            if (account.Card is { } card && card.Profiles.Any(user => user.IntegrationId == integrationId) && application.LoyaltyPrograms.TryGetValue(card.ProgramId, out var program))
                cards.Add(LoyaltyStates.Show(new CardRead(card.Identifier, program, account), account, LoyaltyDoings.None, now));
        }

        return loyalty with { Cards = cards };
    }

    /// <summary>Balances.</summary>
    public Task<LoyaltyBalances> BalancesAsync(PointsAccount account, BalanceQuery query, DateTimeOffset now, CancellationToken cancellation) =>
        _reads.BalancesAsync(account, query, now, cancellation);

    /// <summary>A page of the log, the latest first, and whether there is more.</summary>
    public Task<(IReadOnlyList<PointsTransaction> Page, bool HasMore)> TransactionsAsync(PointsAccount account, TransactionQuery query, DateTimeOffset now, CancellationToken cancellation) =>
        _reads.TransactionsAsync(account, query, now, cancellation);

    /// <summary>A page of unused points, and whether there are more.</summary>
    public Task<(IReadOnlyList<UnusedPoints> Page, bool HasMore)> PointsAsync(PointsAccount account, PointsQuery query, DateTimeOffset now, CancellationToken cancellation) =>
        _reads.PointsAsync(account, query, now, cancellation);

    /// <summary>Adds points by hand.</summary>
    public Task AddAsync(PointsAccount account, NewPoints points, DateTimeOffset now, CancellationToken cancellation) => _manual.AddAsync(account, points, now, cancellation);

    /// <summary>Takes active points by hand.</summary>
    /// <exception cref="InvalidRequestException">There are too few.</exception>
    public Task DeductAsync(PointsAccount account, decimal points, string? name, string subledger, DateTimeOffset now, CancellationToken cancellation) =>
        _manual.DeductAsync(account, points, name, subledger, now, cancellation);

    /// <summary>Activates points that wait, named by their transactions.</summary>
    /// <exception cref="NotFoundException">None of them ever waited in the programme.</exception>
    public Task<IReadOnlyList<ActivatedPoints>> ActivateAsync(LoyaltyProgram program, IReadOnlyList<string> transactions, DateTimeOffset now, CancellationToken cancellation) =>
        _activating.TransactionsAsync(program, transactions, now, cancellation);

    /// <summary>Activates points that wait, named by the session that earned them.</summary>
    /// <exception cref="NotFoundException">There is no such session.</exception>
    public Task<IReadOnlyList<ActivatedPoints>> ActivateAsync(LoyaltyProgram program, long applicationId, string session, DateTimeOffset now, CancellationToken cancellation) =>
        _activating.SessionAsync(program, applicationId, session, now, cancellation);

    /// <summary>Wipes ledgers of a customer: points, log and tier. All of them, or some by id, "" being the main one.</summary>
    public Task WipeAsync(PointsAccount account, IReadOnlyList<string>? subledgers, DateTimeOffset now, CancellationToken cancellation) => _wiping.RunAsync(account, subledgers, now, cancellation);

    /// <summary>Lets a customer take part in a programme; one who is not known yet comes into being.</summary>
    /// <exception cref="InvalidRequestException">The customer takes part already, or the programme is card-based.</exception>
    public async Task JoinAsync(LoyaltyProgram program, string integrationId, DateTimeOffset now, CancellationToken cancellation)
    {
        RequireProfileBased(program);
        var read = await _profiles.ReadAsync(integrationId, cancellation);
        if (read.Stored is null)
            await _writer.CreateAsync(read, now, cancellation);
        var operation = new PointsOperation { Id = _random.UniqueId(), At = now, ProgramId = program.Id, Owner = LedgerOwner.OfProfile(integrationId), Joins = true };
        if (await _booking.BookAsync(operation, cancellation) is null)
            throw new InvalidRequestException(new Problem("Invalid", $"The customer \"{integrationId}\" has joined the programme \"{program.Name}\" already", Parameter: "integrationId"));
    }

    private static void RequireProfileBased(LoyaltyProgram program)
    {
        if (program.CardBased)
            throw new InvalidRequestException(new Problem("Invalid", $"The programme \"{program.Name}\" is card-based; its points belong to cards", Parameter: "loyaltyProgramId"));
    }

    private static NotFoundException Missing(long programId) => new($"There is no loyalty programme {programId} in this application");
}
