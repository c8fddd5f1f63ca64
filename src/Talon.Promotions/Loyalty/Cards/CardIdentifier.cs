namespace Talon.Promotions;

/// <summary>The form of a loyalty card's identifier.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
public static class CardIdentifier
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 4;

    /// <summary>Most characters.</summary>
    public const int MaxLength = 108;

    /// <summary>The characters that it is made of, as a regular expression of the whole.</summary>
    public const string Pattern = "^[A-Za-z0-9._%+@-]+$";

    /// <summary>Whether all characters of a text may stand in an identifier.</summary>
    public static bool IsAllowed(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || "._%+@-".Contains(c));
}
