using System.Globalization;
using Talon.Promotions;

namespace Talon.Cli;

/// <summary>Lines of CSV, field by field.</summary>
internal static class CsvFields
{
    /// <summary>The fields of a line.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        using var text = new StringReader(line);
        return new CsvReader(text).Read()?.Fields ?? [""];
    }

    /// <summary>Fields as a line.</summary>
    public static string Join(IEnumerable<string> fields) =>
        string.Join(',', fields.Select(field => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field));

    /// <summary>The name of a column as the server knows it.</summary>
    public static string Column(string name) => name.Trim().TrimStart('\uFEFF').ToLower(CultureInfo.InvariantCulture);
}
