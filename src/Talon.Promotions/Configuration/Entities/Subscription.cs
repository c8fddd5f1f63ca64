namespace Talon.Promotions;

/// <summary>Which Applications something of the account is for.</summary>
internal static class Subscription
{
    /// <summary>Whether it is for an Application: for those named, or for all where none is.</summary>
    public static bool Includes(IReadOnlyList<long> applications, long applicationId) => applications.Count == 0 || applications.Contains(applicationId);
}
