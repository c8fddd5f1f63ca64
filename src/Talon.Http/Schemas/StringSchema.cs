using System.Text.Json;
using System.Text.RegularExpressions;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Text. Lengths count Unicode characters.</summary>
public sealed class StringSchema : Schema
{
    private Regex? _regex;

    /// <summary>Any text.</summary>
    public static StringSchema Text { get; } = new();

    /// <summary>A point in time, RFC 3339 with zone.</summary>
    public static StringSchema DateTime { get; } = new() { Format = StringFormat.DateTime };

    /// <summary>A UUID.</summary>
    public static StringSchema Uuid { get; } = new() { Format = StringFormat.Uuid };

    /// <summary>An id that the caller chose: 1 to 1,000 characters.</summary>
    public static StringSchema IntegrationId { get; } = new() { MinLength = 1, MaxLength = 1000 };

    /// <summary>Fewest characters.</summary>
    public int MinLength { get; init; }

    /// <summary>Most characters; null for no bound but the body's.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression of ECMA-262 that the text matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values allowed; null for any.</summary>
    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>The values that there are, for editors; whether a text is one of them is checked elsewhere. Null for any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The format.</summary>
    public StringFormat Format { get; init; }

    /// <summary>The value when it is left out; null for none.</summary>
    public string? Default { get; init; }

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.String)
            return findings.WrongType(value, "a string");
        var text = value.GetString()!;
        if (Violation(text) is { } violation)
            findings.Add(violation.Title, $"Value of \"{findings.Subject}\" ({Findings.Brief(text)}) {violation.Details}");
        return true;
    }

    /// <summary>What is wrong with a text; null for nothing.</summary>
    internal (string Title, string Details)? Violation(string text)
    {
        if (Enum is not null && !Enum.Contains(text))
            return ("enum", $"is not one of {string.Join(", ", Enum)}");
        if (MinLength > 0 && Length(text) < MinLength)
            return ("minLength", $"is shorter than {MinLength}");
        if (text.Length > MaxLength && Length(text) > MaxLength)
            return ("maxLength", $"is longer than {MaxLength}");
        if (Pattern is not null && !Regex().IsMatch(text))
            return ("pattern", $"does not match {Pattern}");
        return Format switch
        {
            StringFormat.DateTime when !Rfc3339.TryParse(text, out _) => ("format", "is not an RFC 3339 date-time"),
            StringFormat.Uuid when !Guid.TryParseExact(text, "D", out _) => ("format", "is not a UUID"),
            _ => null,
        };
    }

    private static int Length(string text)
    {
        var pairs = 0;
        foreach (var c in text)
            if (char.IsLowSurrogate(c))
                pairs++;
        return text.Length - pairs;
    }

    // .NET lets $ match before a final line break; ECMA-262 does not.
    private Regex Regex() => _regex ??= new Regex(Pattern!.EndsWith('$') ? Pattern[..^1] + "\\z" : Pattern, RegexOptions.ECMAScript);
}
