using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talon.Promotions;

/// <summary>Reads points from a CSV file: the columns of the published importLoyaltyPoints, with <c>type</c> and <c>transactionid</c> beside them.</summary>
/// <remarks>Source: the published text of importLoyaltyPoints.</remarks>
public static class PointsFile
{
    private const string Addition = "addition";
    private const string Subtraction = "subtraction";
    private const int LongestId = 1000;
    private const int LongestName = 255;
    private const decimal MostPoints = 999_999_999_999.99m;
    private const string Customer = "customerprofileid";
    private const string Card = "identifier";
    private static readonly string[] Optional = [Customer, Card, "startdate", "expirydate", "validityduration", "subledgerid", "reason", "type", "transactionid"];

    /// <summary>The lines in order.</summary>
    /// <param name="text">The file. Lines without a transaction id are known by the file that they stand in: sent again as it is, it books nothing twice.</param>
    /// <param name="program">The programme, which says whose the points are.</param>
    /// <param name="parameter">The form field that it came in, for problems.</param>
    /// <param name="now">Until when points may have gone.</param>
    /// <exception cref="InvalidRequestException">Lines are wrong; up to 100 are told.</exception>
    public static IReadOnlyList<PointsLine> Read(string text, LoyaltyProgram program, string parameter, DateTimeOffset now)
    {
        var file = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        HashSet<(string Owner, string Transaction)> seen = [];
        using var reader = new StringReader(text);
        return new CsvTable(["amount"], Optional, parameter).Read(reader, line =>
        {
            var points = Read(line, program, now);
            points = points with { Transaction = line["transactionid"] is null ? string.Create(CultureInfo.InvariantCulture, $"{file}.{line.Number}") : line.Text("transactionid", 1, LongestId) };
            if (!seen.Add((points.Owner, points.Transaction)))
                line.Refuse($"The transaction \"{points.Transaction}\" of \"{points.Owner}\" stands in the file twice");
            return points;
        });
    }

    private static PointsLine Read(CsvLine line, LoyaltyProgram program, DateTimeOffset now)
    {
        var (owner, other) = program.CardBased ? (Card, Customer) : (Customer, Card);
        if (line[other] is not null)
            line.Refuse($"The programme \"{program.Name}\" is {(program.CardBased ? "" : "not ")}card-based; \"{owner}\" says whose the points are");
        var points = new PointsLine
        {
            Number = line.Number,
            Owner = line.Text(owner, 1, LongestId),
            Points = Points(line),
            Subtracts = Subtracts(line),
            Subledger = line["subledgerid"] is null ? "" : line.Text("subledgerid", 1, LoyaltyService.MaxSubledger),
            Name = line["reason"] is null ? null : line.Text("reason", 1, LongestName),
            Waits = line["startdate"] == LoyaltyProgram.OnAction,
            Start = line["startdate"] is null or LoyaltyProgram.Immediate or LoyaltyProgram.OnAction ? null : line.Time("startdate"),
            Expiry = line["expirydate"] is null or LoyaltyProgram.Unlimited ? null : line.Time("expirydate"),
            Validity = Validity(line),
            Transaction = "",
        };
        if (points.Subledger.Length > 0 && !program.AllowSubledger)
            line.Refuse($"The programme \"{program.Name}\" has no subledgers");
        if (points is { Expiry: not null, Validity: not null })
            line.Refuse("\"expirydate\" and \"validityduration\" exclude each other");
        if (points.Expiry <= points.Start)
            line.Refuse("\"expirydate\" is not after \"startdate\"");
        if (points.Subtracts && (points.Waits || points.Start > now))
            line.Refuse("Points that go went at \"startdate\", which is not in the future");
        if (points.Subtracts && (points.Expiry is not null || points.Validity is not null))
            line.Refuse("Points that go do not expire");
        return points;
    }

    /// <summary>None at all are allowed, since balances are exported with those of zero.</summary>
    private static decimal Points(CsvLine line)
    {
        if (line["amount"] is not { } text)
            line.Refuse("\"amount\" is missing");
        else if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var none) || none != 0)
            return RuleEngine.Amounts.Normalise(line.Amount("amount", MostPoints) ?? 0);
        return 0;
    }

    private static bool Subtracts(CsvLine line)
    {
        if (line["type"] is not (null or Addition or Subtraction))
            line.Refuse($"\"type\" is not {Addition} or {Subtraction}");
        return line["type"] == Subtraction;
    }

    private static string? Validity(CsvLine line)
    {
        if (line["validityduration"] is not { } text || text == LoyaltyProgram.Unlimited)
            return null;
        var problems = new ProblemList();
        problems.Duration(text, "", zeroAllowed: false, LoyaltyProgram.Unlimited);
        foreach (var problem in problems.All)
            line.Refuse($"\"validityduration\": {problem.Details}");
        return problems.All.Count == 0 ? text : null;
    }
}
