using System.Text.Json;

namespace Talon.Http;

/// <summary>A whole number, written without fraction and exponent.</summary>
public sealed class IntegerSchema : Schema
{
    /// <summary>The largest magnitude: what every JSON reader keeps exact.</summary>
    public const long Largest = (1L << 53) - 1;

    /// <summary>The smallest value.</summary>
    public long Minimum { get; init; } = -Largest;

    /// <summary>The largest value.</summary>
    public long Maximum { get; init; } = Largest;

    /// <summary>The value when it is left out; null for none.</summary>
    public long? Default { get; init; }

    /// <inheritdoc/>
    protected override bool CheckShape(JsonElement value, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return findings.WrongType(value, "an integer");
        if (value.TryGetInt64(out var number))
        {
            if (Violation(number) is { } violation)
                findings.Add(violation.Title, $"Value of \"{findings.Subject}\" ({number}) is {violation.Details}");
            return true;
        }

        var text = value.GetRawText();
        if (text.AsSpan().ContainsAny('.', 'e', 'E'))
            return findings.WrongType(value, "an integer");
        findings.Add("Invalid number", $"Value of \"{findings.Subject}\" ({Findings.Brief(text)}) is out of range");
        return false;
    }

    /// <summary>The bound that a number breaks; null for none.</summary>
    internal (string Title, string Details)? Violation(long number) =>
        number < Minimum ? ("minimum", $"less than {Minimum}") :
        number > Maximum ? ("maximum", $"greater than {Maximum}") : null;
}
