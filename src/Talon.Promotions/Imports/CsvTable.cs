using System.Globalization;

namespace Talon.Promotions;

/// <summary>Reads a CSV file whose first line names its columns, and refuses it with every line that is wrong.</summary>
/// <param name="required">Columns that must be there.</param>
/// <param name="optional">Columns that may be there, in any order; no others are known.</param>
/// <param name="parameter">The form field that the file came in, for problems.</param>
internal sealed class CsvTable(IReadOnlyList<string> required, IReadOnlyList<string> optional, string parameter)
{
    private const int MostProblems = 100;

    private readonly List<Problem> _problems = [];

    /// <summary>Reads all lines.</summary>
    /// <param name="text">The file.</param>
    /// <param name="read">Makes something of a line; refuses what is wrong with it.</param>
    /// <exception cref="InvalidRequestException">Lines are wrong; up to 100 are told. Nothing of the file is to be used.</exception>
    public IReadOnlyList<T> Read<T>(TextReader text, Func<CsvLine, T> read)
    {
        List<T> lines = [];
        try
        {
            var reader = new CsvReader(text);
            var columns = Columns(reader.Read());
            while (_problems.Count < MostProblems && reader.Read() is { } record)
            {
                var line = new CsvLine(record.Line, columns, record.Fields, Refuse);
                if (record.Fields.Count != columns.Count)
                    Refuse(record.Line, $"There are {record.Fields.Count} fields, and {columns.Count} columns");
                else
                    lines.Add(read(line));
            }
        }
        catch (FormatException exception)
        {
            _problems.Add(new("Invalid", exception.Message, Parameter: parameter));
        }

        return _problems.Count == 0 ? lines : throw new InvalidRequestException(_problems);
    }

    /// <summary>Reports something that is wrong with a line; what comes after the first 100 is not told.</summary>
    public void Refuse(int line, string details)
    {
        if (_problems.Count < MostProblems)
            _problems.Add(new("Invalid", string.Create(CultureInfo.InvariantCulture, $"Line {line}: {details}"), Parameter: parameter, Line: line));
    }

    /// <summary>Refuses the file when something was reported.</summary>
    public void Throw()
    {
        if (_problems.Count > 0)
            throw new InvalidRequestException(_problems);
    }

    private Dictionary<string, int> Columns(CsvRecord? header)
    {
        Dictionary<string, int> columns = [];
        for (var i = 0; i < header?.Fields.Count; i++)
        {
            var name = header.Fields[i].Trim().TrimStart('\uFEFF').ToLowerInvariant();
            if (!required.Contains(name) && !optional.Contains(name))
                Refuse(header.Line, $"The column \"{CsvLine.Brief(name)}\" is not one of: {string.Join(", ", required.Concat(optional))}");
            else if (!columns.TryAdd(name, i))
                Refuse(header.Line, $"There are two columns \"{name}\"");
        }

        foreach (var name in required.Where(name => !columns.ContainsKey(name)))
            Refuse(header?.Line ?? 1, $"The column \"{name}\" is missing");
        return _problems.Count == 0 ? columns : throw new InvalidRequestException(_problems);
    }
}
