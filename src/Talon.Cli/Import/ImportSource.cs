using Talon.Promotions;

namespace Talon.Cli;

/// <summary>Reads a file record by record, without ever holding more than one.</summary>
internal sealed class ImportSource : IDisposable
{
    private const string Reason = "reason";
    private readonly FileStream _file;
    private readonly StreamReader _text;
    private readonly CsvReader? _csv;
    private readonly int _columns;
    private int _line;

    private ImportSource(FileStream file, bool isCsv)
    {
        _file = file;
        _text = new StreamReader(file);
        if (!isCsv)
            return;
        _csv = new CsvReader(_text);
        var names = _csv.Read()?.Fields ?? throw new CommandException(ExitCodes.Misused, "The file is empty; its first line names the columns.");
        // What was refused before comes with the reason as its last column.
        _columns = names[^1] == Reason ? names.Count - 1 : names.Count;
        Header = Join(names.Take(_columns));
    }

    /// <summary>For CSV, the line with the names of the columns.</summary>
    public string? Header { get; }

    /// <summary>How many bytes there are.</summary>
    public long Length => _file.Length;

    /// <summary>How many bytes were read.</summary>
    public long Position => _file.Position;

    /// <summary>Opens a file.</summary>
    public static ImportSource Open(string path, bool isCsv)
    {
        try
        {
            return new(File.OpenRead(path), isCsv);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Misused, $"{path}: {problem.Message}");
        }
    }

    /// <summary>The records.</summary>
    public IEnumerable<ImportRecord> Read() => _csv is null ? ReadLines() : ReadCsv(_csv);

    public void Dispose() => _text.Dispose();

    /// <summary>Fields as a line of CSV.</summary>
    public static string Join(IEnumerable<string> fields) =>
        string.Join(',', fields.Select(field => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field));

    private IEnumerable<ImportRecord> ReadCsv(CsvReader csv)
    {
        while (csv.Read() is { } record)
            yield return new(record.Line, Join(record.Fields.Count == _columns + 1 ? record.Fields.Take(_columns) : record.Fields));
    }

    private IEnumerable<ImportRecord> ReadLines()
    {
        while (_text.ReadLine() is { } line)
        {
            _line++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return new(_line, line);
        }
    }
}
