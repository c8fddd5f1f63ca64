using Talon.Promotions;

namespace Talon.Http;

/// <summary>The names of how far a customer is.</summary>
internal static class ProgressNames
{
    /// <summary>The name in the API.</summary>
    public static string Of(ProgressStatus status) => status switch
    {
        ProgressStatus.InProgress => "inprogress",
        ProgressStatus.Completed => "completed",
        ProgressStatus.Expired => "expired",
        _ => "not_started",
    };
}
