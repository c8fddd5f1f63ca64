namespace Talon.Promotions;

/// <summary>Which transactions are asked for; what is null does not matter.</summary>
public sealed record TransactionQuery
{
    /// <summary>Only these sessions of <see cref="Application"/>.</summary>
    public IReadOnlyCollection<string>? Sessions { get; init; }

    /// <summary>The Application that sessions are of; null for any.</summary>
    public long? Application { get; init; }

    /// <summary>Only these transactions.</summary>
    public IReadOnlyCollection<string>? Transactions { get; init; }

    /// <summary>Only these subledgers, "" being the main one.</summary>
    public IReadOnlyCollection<string>? Subledgers { get; init; }

    /// <summary><c>manual</c>, <c>session</c> or <c>import</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The first moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only points that wait to be activated.</summary>
    public bool AwaitsActivation { get; init; }

    /// <summary>How many to pass over.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give.</summary>
    public required int Take { get; init; }

    internal bool Admits(LedgerEntry entry) =>
        (Sessions is null || Names(entry.Origin?.Application, entry.Origin?.Session))
        && (Transactions is null || Transactions.Contains(entry.Transaction))
        && (Subledgers is null || Subledgers.Contains(entry.Subledger))
        && (Type is null || Type == entry.Origin.Type());

    private bool Names(long? application, string? session) => session is not null && Sessions!.Contains(session) && (Application is null || Application == application);
}
