namespace Talon.Promotions;

/// <summary>What the API calls the properties of ledger entries.</summary>
internal static class LedgerTexts
{
    /// <summary>When points begin: at once, when they are activated, or at a time.</summary>
    public static string Start(DateTimeOffset? from, DateTimeOffset created) =>
        from is not { } time ? LoyaltyProgram.OnAction : time <= created ? LoyaltyProgram.Immediate : Rfc3339.Format(time);

    /// <summary>When points end: never, or at a time.</summary>
    public static string End(DateTimeOffset? until) => until is { } time ? Rfc3339.Format(time) : LoyaltyProgram.Unlimited;

    /// <summary>How long points last once they are activated; null for those that do not wait, or whose end is known.</summary>
    public static string? Validity(DateTimeOffset? from, DateTimeOffset? until, string? validity) => from is null && until is null ? validity : null;

    /// <summary>How a transaction was made.</summary>
    public static string Type(this LedgerOrigin? origin) => origin switch
    {
        { Session: not null } => "session",
        { Imported: true } => "import",
        _ => "manual",
    };
}
