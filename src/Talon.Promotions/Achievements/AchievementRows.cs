using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Row keys in the partition of a customer's achievements.</summary>
internal static class AchievementRows
{
    private const string Prefix = "achievement.";

    /// <summary>All achievements.</summary>
    public static KeyRange All { get; } = KeyRange.Prefix(Prefix);

    /// <summary>One achievement.</summary>
    public static string Of(long achievement) => Prefix + KeyText.Number(achievement);
}
