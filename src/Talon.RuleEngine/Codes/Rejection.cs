namespace Talon.RuleEngine.Codes;

/// <summary>Why a code may not be redeemed.</summary>
/// <param name="Reason">The API's name for it.</param>
/// <param name="Explanation">The same in parts.</param>
internal sealed record Rejection(string Reason, Explanation Explanation)
{
    /// <summary>For a code of a campaign that did not apply, why it did not.</summary>
    public string? Exclusion { get; init; }

    /// <summary>A rejection whose explanation has the reason for its code.</summary>
    public static Rejection Of(string reason, string subject, string actual, string required) => new(reason, new(reason, subject, actual, required));
}
