using Talon.Promotions;

namespace Talon.Http;

/// <summary>A parameter with one value.</summary>
internal sealed class SingleParameter<T> : Parameter<T>
{
    /// <summary>Reads one text.</summary>
    public required TextReader<T> ReadText { get; init; }

    /// <summary>Whether an empty text is a value, rather than a parameter left out.</summary>
    public bool EmptyIsValue { get; init; }

    internal override object? Read(IReadOnlyList<string> texts, List<Problem> problems)
    {
        if (texts.Count == 0 || (texts.Count == 1 && texts[0].Length == 0 && !EmptyIsValue))
        {
            if (IsRequired)
                Refuse(problems, "required", $"\"{Name}\" is required");
            return Default;
        }

        if (texts.Count > 1)
        {
            Refuse(problems, "maxItems", $"\"{Name}\" may be given once");
            return Default;
        }

        var value = ReadText(texts[0], out var problem);
        if (problem is not { } wrong)
            return value;
        Refuse(problems, wrong.Title, $"Value of \"{Name}\" ({Findings.Brief(texts[0])}) {wrong.Details}");
        return Default;
    }
}
