using System.Globalization;
using System.Text.Json;

namespace Talon.Promotions;

/// <summary>A line of a CSV file, read by column.</summary>
/// <param name="number">Where it begins, from 1.</param>
/// <param name="columns">Positions by name.</param>
/// <param name="fields">The fields.</param>
/// <param name="refuse">Told what is wrong.</param>
internal sealed class CsvLine(int number, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields, Action<int, string> refuse)
{
    /// <summary>Where it begins, from 1.</summary>
    public int Number => number;

    /// <summary>The text of a column; null when it is empty or not there.</summary>
    public string? this[string column] => columns.TryGetValue(column, out var at) && fields[at].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reports something that is wrong.</summary>
    public void Refuse(string details) => refuse(number, details);

    /// <summary>Text that must be there, within some lengths.</summary>
    public string Text(string column, int minLength, int maxLength)
    {
        var text = this[column] ?? "";
        if (text.Length < minLength || text.Length > maxLength)
            Refuse($"\"{column}\" has {text.Length} characters, not {minLength} to {maxLength}");
        return text;
    }

    /// <summary>A point in time.</summary>
    public DateTimeOffset? Time(string column)
    {
        if (this[column] is not { } text)
            return null;
        if (Rfc3339.TryParse(text, out var time))
            return time;
        Refuse($"\"{column}\" ({Brief(text)}) is not an RFC 3339 date-time");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public long? Integer(string column, long minimum, long maximum)
    {
        if (this[column] is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
            return value;
        Refuse($"\"{column}\" ({Brief(text)}) is not a whole number from {minimum} to {maximum}");
        return null;
    }

    /// <summary>A positive amount.</summary>
    public decimal? Amount(string column, decimal maximum)
    {
        if (this[column] is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 && value <= maximum)
            return value;
        Refuse($"\"{column}\" ({Brief(text)}) is not a number above 0 and up to {maximum}");
        return null;
    }

    /// <summary>Custom attributes: a JSON object of defined attributes.</summary>
    public JsonElement? Attributes(string column, Action<JsonElement, ICollection<Problem>> check)
    {
        if (this[column] is not { } text)
            return null;
        try
        {
            var attributes = JsonElement.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            List<Problem> problems = [];
            check(attributes, problems);
            foreach (var problem in problems)
                Refuse(problem.Details);
            return attributes;
        }
        catch (JsonException)
        {
            Refuse($"\"{column}\" is not a JSON object");
            return null;
        }
    }

    /// <summary>A text as problems quote it: its beginning.</summary>
    public static string Brief(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
