using Talon.Promotions;

namespace Talon.Http;

/// <summary>A query parameter with many values: separated by commas, as repeated parameters, or both.</summary>
/// <remarks>Clients send an empty list as an empty text: it counts as absent unless the empty text is a value, as it is of a subledger.</remarks>
internal sealed class ListParameter<T> : Parameter<IReadOnlyList<T>?>
{
    /// <summary>Reads one element.</summary>
    public required TextReader<T> ReadText { get; init; }

    /// <summary>Whether elements may hold commas themselves: a text with some then stands for its parts and, where it is fit, for itself.</summary>
    public bool MayHoldCommas { get; init; }

    internal override object? Read(IReadOnlyList<string> texts, List<Problem> problems)
    {
        if (texts.Count == 0)
            return null;
        if (texts is [""])
            return ReadText("", out var unreadable) is var only && unreadable is null ? new List<T> { only } : null;
        var values = new List<T>();
        foreach (var text in texts.SelectMany(text => text.Split(',')))
        {
            values.Add(ReadText(text, out var problem));
            if (problem is { } wrong)
                Refuse(problems, wrong.Title, $"Value of \"{Name}\" ({Findings.Brief(text)}) {wrong.Details}");
        }

        if (MayHoldCommas)
            values.AddRange(Whole(texts));
        return values;
    }

    private IEnumerable<T> Whole(IReadOnlyList<string> texts)
    {
        foreach (var text in texts.Where(text => text.Contains(',')))
        {
            var value = ReadText(text, out var problem);
            if (problem is null)
                yield return value;
        }
    }
}
