using System.Globalization;
using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Books points from files: balances, and ledgers with their history.</summary>
/// <remarks>
/// All lines are checked before the first one is booked. Points of different owners stand in different partitions, so a file is not
/// one transaction; but each line is booked once, however often it comes, so that sending the file again brings it to its end.
/// What was worked out for the check is what is booked, many lines of one owner in one transaction; only where somebody else
/// changed the points in between it is worked out anew, line by line.
/// </remarks>
public sealed class PointsImport
{
    private const int SideBySide = 256;

    /// <summary>So many lines fit into one transaction with the ledgers that they change.</summary>
    private const int Together = 30;

    private const string Title = "Invalid";

    private readonly ITableStore _store;
    private readonly LoyaltyReader _reader;
    private readonly CardReader _cards;
    private readonly ProfileReader _profiles;
    private readonly ProfileWriter _writer;
    private readonly PointsBooking _booking;
    private readonly IdSource _ids;
    private readonly IRandomSource _random;

    internal PointsImport(ITableStore store, LoyaltyReader reader, CardReader cards, ProfileReader profiles, ProfileWriter writer, PointsBooking booking, IdSource ids, IRandomSource random) =>
        (_store, _reader, _cards, _profiles, _writer, _booking, _ids, _random) = (store, reader, cards, profiles, writer, booking, ids, random);

    /// <summary>Books lines, those of one owner in their order.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="parameter">The form field that they came in, for problems.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Ends the work between bookings.</param>
    /// <returns>The id of the import, and how many lines were booked; the others had been before.</returns>
    /// <exception cref="InvalidRequestException">Lines cannot be booked; none was.</exception>
    /// <exception cref="ConflictException">Points were taken by somebody else meanwhile; sending the file again tells whose.</exception>
    public async Task<(long Id, int Booked)> RunAsync(LoyaltyProgram program, IReadOnlyList<PointsLine> lines, string parameter, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = await _ids.NextAsync(IdKinds.Import, cancellation);
        var owners = lines.GroupBy(line => line.Owner).Select(owner => new OwnerLines(program.CardBased ? LedgerOwner.OfCard(owner.Key) : LedgerOwner.OfProfile(owner.Key), [.. owner])).ToList();
        await Concurrently.ForEachAsync(owners, SideBySide, owner => CheckAsync(program, owner, now, cancellation));
        var problems = owners.SelectMany(owner => owner.Problems).OrderBy(problem => problem.Line)
            .Select(problem => new Problem(Title, string.Create(CultureInfo.InvariantCulture, $"Line {problem.Line}: {problem.Details}"), Parameter: parameter, Line: problem.Line)).ToList();
        if (problems.Count > 0)
            throw new InvalidRequestException(problems);
        await _booking.AnnounceAsync(program.Id, owners.SelectMany(owner => owner.Wanted).Select(wanted => wanted.Work), cancellation);
        await Concurrently.ForEachAsync(owners, SideBySide, owner => BookAsync(program, owner, now, cancellation));
        return (id, owners.Sum(owner => owner.Booked));
    }

    /// <summary>Finds out which lines of an owner are still to be booked, and whether they can be.</summary>
    private async Task CheckAsync(LoyaltyProgram program, OwnerLines owner, DateTimeOffset now, CancellationToken cancellation)
    {
        LoyaltyAccount account;
        if (owner.Owner.Card is { } card)
        {
            account = await _cards.ReadAsync(program, card, cancellation);
            if (account.Card is null)
                owner.Refuse(owner.Lines, $"There is no loyalty card \"{card}\"");
        }
        else
        {
            // Reading the customer settles what sessions still owe, and so comes before reading the points.
            owner.Profile = await _profiles.ReadAsync(owner.Owner.Profile!, cancellation);
            account = await _reader.ReadAsync(program.Id, owner.Owner, cancellation);
        }

        var known = account.Stored is not null;
        foreach (var line in owner.Problems.Count == 0 ? owner.Lines : [])
        {
            var mark = Mark(line);
            // Whoever never had an account never had a line imported.
            if (known && await _store.ReadAsync(account.Partition, LedgerRows.Imported(line.Transaction), cancellation) is { } row)
            {
                var earlier = RowCodec.Decode(row.Body, RowJson.Default.ImportedPoints);
                if (earlier != mark)
                    owner.Refuse([line], string.Create(CultureInfo.InvariantCulture, $"The transaction \"{line.Transaction}\" of \"{line.Owner}\" was imported before, with {earlier.Points} points"));
                continue;
            }

            if (new PointsWork(Operation(program, owner.Owner, line, account, await _ids.NextAsync(IdKinds.LedgerEntry, cancellation), now), program, account).Run() is { } work)
                account = owner.Add(line, work).After;
            else
                owner.Refuse([line], string.Create(CultureInfo.InvariantCulture, $"\"{line.Owner}\" has fewer than {line.Points} active points then"));
        }
    }

    private async Task BookAsync(LoyaltyProgram program, OwnerLines owner, DateTimeOffset now, CancellationToken cancellation)
    {
        if (owner.Profile is { Stored: null } stranger && owner.Wanted.Count > 0)
            await _writer.CreateAsync(stranger, now, cancellation);
        foreach (var (index, lines) in owner.Wanted.Chunk(Together).Index())
        {
            var works = index == 0 ? [.. lines.Select(line => line.Work)] : await WorkOutAsync(program, owner.Owner, lines, now, cancellation);
            owner.Booked += works is not null && await _booking.TryBookAsync(works, cancellation)
                ? lines.Length
                : await BookEachAsync(program, owner.Owner, lines, now, cancellation);
        }
    }

    /// <summary>Works lines out on the account as it stands, for they were checked before the lines ahead of them were booked; null when there are too few points by now.</summary>
    private async Task<IReadOnlyList<PointsWork>?> WorkOutAsync(LoyaltyProgram program, LedgerOwner owner, IEnumerable<(PointsLine Line, PointsWork Work)> lines, DateTimeOffset now, CancellationToken cancellation)
    {
        var account = await _reader.ReadAsync(program.Id, owner, cancellation);
        List<PointsWork> works = [];
        foreach (var (line, tried) in lines)
        {
            var operation = Operation(program, owner, line, account, await _ids.NextAsync(IdKinds.LedgerEntry, cancellation), now) with { Id = tried.Operation.Id };
            if (new PointsWork(operation, program, account).Run() is not { } work)
                return null;
            works.Add(work);
            account = work.After;
        }

        await _booking.AnnounceAsync(program.Id, works, cancellation);
        return works;
    }

    private async Task<int> BookEachAsync(LoyaltyProgram program, LedgerOwner owner, IEnumerable<(PointsLine Line, PointsWork Work)> lines, DateTimeOffset now, CancellationToken cancellation)
    {
        var booked = 0;
        foreach (var (line, tried) in lines)
        {
            var account = await _reader.ReadAsync(program.Id, owner, cancellation);
            var operation = Operation(program, owner, line, account, await _ids.NextAsync(IdKinds.LedgerEntry, cancellation), now) with { Id = tried.Operation.Id };
            var receipt = await _booking.BookAsync(operation, cancellation)
                ?? throw new ConflictException($"Points of \"{line.Owner}\" were taken while line {line.Number} was being booked; nothing is booked twice when the file is sent again");
            booked += ReferenceEquals(receipt, PointsReceipt.Before) ? 0 : 1;
        }

        return booked;
    }

    private PointsOperation Operation(LoyaltyProgram program, LedgerOwner owner, PointsLine line, LoyaltyAccount account, long entryId, DateTimeOffset now)
    {
        // What was wiped stays forgotten, so what is imported after it happens after it.
        var at = line.Start <= now && !(line.Start <= account.Ledger(line.Subledger).Wiped) ? line.Start.Value : now;
        var operation = new PointsOperation { Id = _random.UniqueId(), At = at, ProgramId = program.Id, Owner = owner, Import = Mark(line) };
        if (line.Points == 0)
            return operation;
        var origin = new LedgerOrigin { Imported = true };
        if (!line.Subtracts)
            return operation with { Additions = [new PointsAddition(line.Subledger, Lot(program, line, at, entryId), origin)] };
        var entry = new LedgerEntry
        {
            Kind = LedgerEntryKind.Deduction,
            Transaction = _random.Uuid(),
            Subledger = line.Subledger,
            Points = -line.Points,
            At = at,
            Id = entryId,
            Name = line.Name ?? "Points deducted",
            Origin = origin,
        };
        return operation with { Deductions = [new PointsDeduction(line.Points, entry)] };
    }

    private Lot Lot(LoyaltyProgram program, PointsLine line, DateTimeOffset at, long entryId)
    {
        var from = line.Start > at ? line.Start.Value : at;
        return new Lot
        {
            Id = _random.Uuid(),
            Points = line.Points,
            Created = at,
            From = line.Waits ? null : from,
            Until = line.Expiry ?? (line.Waits || line.Validity is null ? null : Duration.Parse(line.Validity)?.After(from, program.Zone())),
            Validity = line.Waits && line.Expiry is null ? line.Validity : null,
            Name = line.Name ?? "Points added",
            EntryId = entryId,
        };
    }

    private static ImportedPoints Mark(PointsLine line) => new(line.Transaction, line.Subtracts ? -line.Points : line.Points, line.Subledger);

    /// <summary>The lines of one owner, and what became of them.</summary>
    private sealed class OwnerLines(LedgerOwner owner, IReadOnlyList<PointsLine> lines)
    {
        public LedgerOwner Owner => owner;

        public IReadOnlyList<PointsLine> Lines => lines;

        public ProfileRead? Profile { get; set; }

        /// <summary>Lines to be booked, with what each does to what the one before it left.</summary>
        public List<(PointsLine Line, PointsWork Work)> Wanted { get; } = [];

        public List<(int Line, string Details)> Problems { get; } = [];

        public int Booked { get; set; }

        public PointsWork Add(PointsLine line, PointsWork work)
        {
            Wanted.Add((line, work));
            return work;
        }

        public void Refuse(IEnumerable<PointsLine> refused, string details) => Problems.AddRange(refused.Select(line => (line.Number, details)));
    }
}
