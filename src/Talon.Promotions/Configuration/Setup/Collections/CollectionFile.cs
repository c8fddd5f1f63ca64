namespace Talon.Promotions;

/// <summary>Reads the items of a collection from a CSV file with the one column <c>item</c>.</summary>
public static class CollectionFile
{
    /// <summary>Longest item, in characters.</summary>
    public const int MaxItemLength = 1000;

    private const int MostProblems = 100;

    /// <summary>The items in order. Throws <see cref="InvalidRequestException"/> with every line that is wrong, up to 100.</summary>
    /// <param name="text">The file.</param>
    /// <param name="parameter">The form field that it came in, for problems.</param>
    public static IReadOnlyList<string> Read(TextReader text, string parameter)
    {
        List<Problem> problems = [];
        List<string> items = [];
        try
        {
            var reader = new CsvReader(text);
            if (reader.Read() is not { Fields: [var column] } || !column.Trim().TrimStart('\uFEFF').Equals("item", StringComparison.OrdinalIgnoreCase))
                problems.Add(new("Invalid", "The first line names the column item, and no other", Parameter: parameter));
            while (problems.Count < MostProblems && reader.Read() is { } record)
            {
                if (record.Fields is not [{ Length: > 0 and <= MaxItemLength } item])
                    problems.Add(new("Invalid", $"Line {record.Line} does not hold one item of 1 to {MaxItemLength} characters", Parameter: parameter));
                else
                    items.Add(item);
            }
        }
        catch (FormatException exception)
        {
            problems.Add(new("Invalid", exception.Message, Parameter: parameter));
        }

        return problems.Count == 0 ? items : throw new InvalidRequestException(problems);
    }
}
