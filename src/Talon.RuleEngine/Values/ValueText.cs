using System.Globalization;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>Values as text: what <c>toString</c> gives, what <c>=</c> compares across types, and what explanations show.</summary>
internal static class ValueText
{
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.String => value.String,
        ValueKind.Number => Of(value.Number),
        ValueKind.Boolean => value.Boolean ? "true" : "false",
        ValueKind.Time => Of(value.Time),
        ValueKind.Location => $"{Of(value.Location.Latitude)},{Of(value.Location.Longitude)}",
        ValueKind.List => string.Join(", ", value.List.Select(element => Of(element))),
        ValueKind.Entity => Of(value.Entity),
        _ => "",
    };

    public static string Of(decimal number) => Amounts.Normalise(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 with the offset it was written with.</summary>
    public static string Of(DateTimeOffset time)
    {
        var seconds = time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return seconds + (time.Offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture));
    }

    /// <summary>The value as a reader of rules would write it.</summary>
    public static string Quote(in Value value) => value.Kind == ValueKind.String ? $"\"{value.String}\"" : Of(value);

    private static string Of(object entity) => entity switch
    {
        Carts.CartUnit unit => unit.Line.Sku,
        Carts.CartBundle bundle => string.Join(" + ", bundle.Items.Select(item => Of(item))),
        ValueMap map => string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}")),
        _ => "",
    };
}
