using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Adds and takes points by hand.</summary>
internal sealed class ManualPoints(PointsBooking booking, IdSource ids, IRandomSource random)
{
    private const string Adding = "Points added";
    private const string Taking = "Points deducted";

    /// <summary>Adds points.</summary>
    /// <exception cref="InvalidRequestException">They could not be kept like this.</exception>
    public async Task AddAsync(PointsAccount account, NewPoints points, DateTimeOffset now, CancellationToken cancellation)
    {
        var program = account.Program;
        Check(program, points, now);
        var pending = points.PendingDuration ?? (points.PendingUntil is null ? program.DefaultPending : LoyaltyProgram.Immediate);
        var validity = points.ValidityDuration ?? (points.ValidUntil is null ? program.DefaultValidity : LoyaltyProgram.Unlimited);
        var waits = pending == LoyaltyProgram.OnAction;
        var from = points.PendingUntil > now ? points.PendingUntil.Value : Duration.Parse(pending)?.After(now, program.Zone()) ?? now;
        var lot = new Lot
        {
            Id = random.Uuid(),
            Points = Amounts.Normalise(points.Points),
            Created = now,
            From = waits ? null : from,
            Until = points.ValidUntil ?? (waits ? null : Duration.Parse(validity)?.After(from, program.Zone())),
            Validity = waits && points.ValidUntil is null && validity != LoyaltyProgram.Unlimited ? validity : null,
            Name = points.Name ?? Adding,
            EntryId = await ids.NextAsync(IdKinds.LedgerEntry, cancellation),
        };
        await booking.BookAsync(Operation(account, now) with { Additions = [new PointsAddition(points.Subledger, lot, null)] }, cancellation);
    }

    /// <summary>Takes active points.</summary>
    /// <exception cref="InvalidRequestException">There are too few.</exception>
    public async Task DeductAsync(PointsAccount account, decimal points, string? name, string subledger, DateTimeOffset now, CancellationToken cancellation)
    {
        var entry = new LedgerEntry
        {
            Kind = LedgerEntryKind.Deduction,
            Transaction = random.Uuid(),
            Subledger = subledger,
            Points = -points,
            At = now,
            Id = await ids.NextAsync(IdKinds.LedgerEntry, cancellation),
            Name = name ?? Taking,
        };
        if (await booking.BookAsync(Operation(account, now) with { Deductions = [new PointsDeduction(points, entry)] }, cancellation) is null)
            throw new InvalidRequestException(new Problem("Invalid", $"There are fewer than {points} active points", "/points"));
    }

    private static void Check(LoyaltyProgram program, NewPoints points, DateTimeOffset now)
    {
        var problems = new ProblemList();
        if (points.Subledger.Length > 0 && !program.AllowSubledger)
            problems.Invalid($"The programme \"{program.Name}\" has no subledgers", "/subledgerId");
        if (points.ValidityDuration is { } validity)
            problems.Duration(validity, "/validityDuration", zeroAllowed: false, LoyaltyProgram.Unlimited);
        if (points.PendingDuration is { } pending)
            problems.Duration(pending, "/pendingDuration", zeroAllowed: true, LoyaltyProgram.Immediate, LoyaltyProgram.OnAction);
        if (points is { ValidityDuration: not null, ValidUntil: not null })
            problems.Invalid("\"validUntil\" and \"validityDuration\" exclude each other", "/validUntil");
        if (points is { PendingDuration: not null, PendingUntil: not null })
            problems.Invalid("\"pendingUntil\" and \"pendingDuration\" exclude each other", "/pendingUntil");
        if (points.ValidUntil <= now)
            problems.Invalid("\"validUntil\" is not in the future", "/validUntil");
        else if (points.ValidUntil <= points.PendingUntil)
            problems.Invalid("\"validUntil\" is not after \"pendingUntil\"", "/validUntil");
        problems.Throw();
    }

    private PointsOperation Operation(PointsAccount account, DateTimeOffset now) => new() { Id = random.UniqueId(), At = now, ProgramId = account.Program.Id, Owner = account.Owner };
}
