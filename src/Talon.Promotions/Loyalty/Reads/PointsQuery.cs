namespace Talon.Promotions;

/// <summary>Which unused points are asked for; what is null does not matter.</summary>
public sealed record PointsQuery
{
    /// <summary><c>active</c>, <c>pending</c> or <c>expired</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Only these sessions of <see cref="Application"/>.</summary>
    public IReadOnlyCollection<string>? Sessions { get; init; }

    /// <summary>The Application that sessions are of; null for any.</summary>
    public long? Application { get; init; }

    /// <summary>Only these transactions.</summary>
    public IReadOnlyCollection<string>? Transactions { get; init; }

    /// <summary>Only these subledgers, "" being the main one.</summary>
    public IReadOnlyCollection<string>? Subledgers { get; init; }

    /// <summary><c>startDate</c> or <c>expiryDate</c>, descending with a minus sign in front; null for the order in which they came.</summary>
    public string? Sort { get; init; }

    /// <summary>How many to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give.</summary>
    public required int Take { get; init; }

    /// <summary>The order asked for.</summary>
    internal Comparer<PointsHeld> Order => Sort switch
    {
        "startDate" => By(held => held.Lot.From ?? DateTimeOffset.MaxValue),
        "-startDate" => Reverse(By(held => held.Lot.From ?? DateTimeOffset.MaxValue)),
        "expiryDate" => By(held => held.Lot.Until ?? DateTimeOffset.MaxValue),
        "-expiryDate" => Reverse(By(held => held.Lot.Until ?? DateTimeOffset.MaxValue)),
        _ => By(held => held.Lot.Created),
    };

    internal bool Admits(PointsHeld held) =>
        (Sessions is null || (held.Lot.Session is { } session && Sessions.Contains(session) && (Application is null || Application == held.Lot.Application)))
        && (Transactions is null || Transactions.Contains(held.Lot.Id))
        && (Subledgers is null || Subledgers.Contains(held.Subledger));

    private static Comparer<PointsHeld> By(Func<PointsHeld, DateTimeOffset> time) => Comparer<PointsHeld>.Create((one, other) =>
        time(one).CompareTo(time(other)) is var order and not 0 ? order : one.Lot.EntryId.CompareTo(other.Lot.EntryId));

    private static Comparer<PointsHeld> Reverse(Comparer<PointsHeld> order) => Comparer<PointsHeld>.Create((one, other) => order.Compare(other, one));
}

/// <summary>Unused points of one transaction.</summary>
/// <param name="Subledger">The subledger.</param>
/// <param name="Lot">The points.</param>
internal sealed record PointsHeld(string Subledger, Lot Lot);
