using Talon.Promotions;

namespace Talon.Http;

/// <summary>A query parameter with many values: separated by commas, as repeated parameters, or both.</summary>
internal sealed class ListParameter<T> : Parameter<IReadOnlyList<T>?>
{
    /// <summary>Reads one element.</summary>
    public required TextReader<T> ReadText { get; init; }

    internal override object? Read(IReadOnlyList<string> texts, List<Problem> problems)
    {
        if (texts.Count == 0)
            return null;
        var values = new List<T>();
        foreach (var text in texts.SelectMany(text => text.Split(',')))
        {
            values.Add(ReadText(text, out var problem));
            if (problem is { } wrong)
                Refuse(problems, wrong.Title, $"Value of \"{Name}\" ({Findings.Brief(text)}) {wrong.Details}");
        }

        return values;
    }
}
