using Talon.RuleEngine.Functions;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary><c>Loyalty</c>: a programme, perhaps a subledger, and what is read of it.</summary>
internal static class LoyaltyRoot
{
    private static readonly (string Name, TalangType Type, string Summary, string Kind)[] Balances =
    [
        ("CurrentBalance", TalangType.Number, "Points that can be spent.", "current"),
        ("PendingBalance", TalangType.Number, "Points that are not active yet.", "pending"),
        ("NegativeBalance", TalangType.Number, "Points owed.", "negative"),
        ("TentativeCurrentBalance", TalangType.Number, "Points that can be spent, with what this evaluation gives and takes.", "tentativeCurrent"),
    ];

    public static readonly Root Root = new(["Loyalty"], Read, () =>
        [.. Balances.Select(balance => (balance.Name, balance.Type, balance.Summary)), ("CurrentTier", TalangType.String, "The tier held, or \"\".")]);

    private static Expression Read(Binder binder, PathNames path)
    {
        if (path.Next() is not { } name || binder.Vocabulary.Find("programme", Value.Of(name), 0) is not NamedEntity programme)
            return binder.Refuse(path.Here, "Name a loyalty programme.", "an existing programme", path.Text);
        var subledger = "";
        if (path.Peek is { } next && !IsMember(next))
            subledger = path.Next()!;
        if (path.Next() is not { } member || !IsMember(member))
            return binder.Refuse(path.Here, "Name what to read of the ledger.", string.Join(", ", Balances.Select(balance => balance.Name).Append("CurrentTier")), path.Text);

        var key = new LedgerKey(programme.Id, subledger);
        if (member == "CurrentTier")
            return new Expression<string>(TalangType.String, scope => Points.Tier(scope, key)) { Path = path.Text };
        var kind = Balances.First(balance => balance.Name == member).Kind;
        return new Expression<decimal>(TalangType.Number, scope => Points.Balance(scope, key, kind)) { Path = path.Text };
    }

    private static bool IsMember(string name) => name == "CurrentTier" || Balances.Any(balance => balance.Name == name);
}
