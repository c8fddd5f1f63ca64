using System.Text.Json;

namespace Talon.Http;

/// <summary>A decimal number.</summary>
public sealed class NumberSchema : Schema
{
    /// <summary>The smallest value; null for that of decimal.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest value; null for that of decimal.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Checks that a JSON number fits a decimal.</summary>
    internal static bool CheckDecimal(JsonElement value, Findings findings)
    {
        if (value.TryGetDecimal(out _))
            return true;
        findings.Add("Invalid number", $"Value of \"{findings.Subject}\" ({Findings.Brief(value)}) is out of range");
        return false;
    }

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return findings.WrongType(value, "a number");
        if (!CheckDecimal(value, findings))
            return false;
        var number = value.GetDecimal();
        if (number < Minimum)
            findings.Add("minimum", FormattableString.Invariant($"Value of \"{findings.Subject}\" ({number}) is less than {Minimum}"));
        if (number > Maximum)
            findings.Add("maximum", FormattableString.Invariant($"Value of \"{findings.Subject}\" ({number}) is greater than {Maximum}"));
        return true;
    }
}
