namespace Talon.Promotions;

/// <summary>The length of an interval in a report, by the calendar of the Application's time zone.</summary>
public enum AnalyticsGranularity
{
    /// <summary>An hour.</summary>
    Hour,

    /// <summary>From midnight to midnight.</summary>
    Day,

    /// <summary>From Monday to Monday.</summary>
    Week,

    /// <summary>From the first of a month.</summary>
    Month,

    /// <summary>From 1 January.</summary>
    Year,
}
