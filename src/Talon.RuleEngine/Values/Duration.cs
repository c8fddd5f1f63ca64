using System.Globalization;

namespace Talon.RuleEngine;

/// <summary>A span of time as loyalty programmes write it: a whole number and s, m, h, D, W, M or Y, such as <c>30D</c>.</summary>
/// <remarks>A suffix rounds the end: <c>_D</c> down and <c>_U</c> up to the unit, in a calendar.</remarks>
public readonly record struct Duration
{
    private const string Units = "smhDWMY";

    private Duration(int amount, char unit, char rounding)
    {
        Amount = amount;
        Unit = unit;
        Rounding = rounding;
    }

    /// <summary>How many units, zero or more.</summary>
    public int Amount { get; }

    /// <summary>s, m, h, D, W, M or Y.</summary>
    public char Unit { get; }

    /// <summary>D for down, U for up, or a blank.</summary>
    public char Rounding { get; }

    /// <summary>Whether it is as long from every start; months and years are not, nor is what is rounded.</summary>
    public bool IsFixed => Rounding == ' ' && Unit is not ('M' or 'Y');

    /// <summary>Reads a duration; null when the text is not one.</summary>
    public static Duration? Parse(string text)
    {
        var rounding = ' ';
        if (text is [.., '_', 'D' or 'U'])
        {
            rounding = text[^1];
            text = text[..^2];
        }

        return text.Length > 1 && Units.Contains(text[^1]) && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? new Duration(amount, text[^1], rounding)
            : null;
    }

    /// <summary>The moment that lies so much later; the end of the calendar when it is beyond.</summary>
    /// <param name="start">From when.</param>
    /// <param name="zone">The calendar to round in.</param>
    public DateTimeOffset After(DateTimeOffset start, TimeZoneInfo zone)
    {
        try
        {
            var end = Unit switch
            {
                's' => start.AddSeconds(Amount),
                'm' => start.AddMinutes(Amount),
                'h' => start.AddHours(Amount),
                'D' => start.AddDays(Amount),
                'W' => start.AddDays(7.0 * Amount),
                'M' => start.AddMonths(Amount),
                _ => start.AddYears(Amount),
            };
            return Rounding == ' ' ? end : Round(end, zone);
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTimeOffset.MaxValue;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Amount}{Unit}{(Rounding == ' ' ? "" : "_" + Rounding)}";

    private DateTimeOffset Round(DateTimeOffset end, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(end, zone).DateTime;
        var floor = Unit switch
        {
            's' => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond)),
            'm' => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)),
            'h' => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour)),
            'D' => local.Date,
            'W' => Weeks.Monday(local),
            'M' => new DateTime(local.Year, local.Month, 1),
            _ => new DateTime(local.Year, 1, 1),
        };
        var rounded = Rounding == 'D' || floor == local ? floor : Unit switch
        {
            's' => floor.AddSeconds(1),
            'm' => floor.AddMinutes(1),
            'h' => floor.AddHours(1),
            'D' => floor.AddDays(1),
            'W' => floor.AddDays(7),
            'M' => floor.AddMonths(1),
            _ => floor.AddYears(1),
        };
        return new DateTimeOffset(rounded, zone.GetUtcOffset(rounded));
    }
}
