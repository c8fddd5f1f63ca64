using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Cli;

/// <summary>Reads a file record by record, without ever holding more than one. It may be packed with gzip; fields of CSV may be parted by semicolons or tabs.</summary>
internal sealed class ImportSource : IDisposable
{
    private const string Packed = ".gz";
    private static readonly string[] JsonExtensions = [".jsonl", ".ndjson"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string _path;
    private readonly FileStream _file;
    private readonly StreamReader _text;
    private readonly CsvReader? _csv;
    private readonly IReadOnlyList<string>? _columns;
    private readonly int _width;
    private int _line;

    private ImportSource(string path, FileStream file, bool isCsv, IReadOnlyList<string> columns)
    {
        (_path, _file, _text) = (path, file, new StreamReader(Unpacked(file), Strict));
        if (!isCsv)
            return;
        if (JsonExtensions.Contains(Path.GetExtension(path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase) ? path[..^Packed.Length] : path).ToLowerInvariant()))
        {
            _columns = columns;
            Header = CsvFields.Join(columns);
            return;
        }

        _csv = new CsvReader(_text, Separator(path));
        var names = ReadCsvRecord(_csv)?.Fields ?? throw new CommandException(ExitCodes.Misused, $"{path} is empty; its first line names the columns.");
        // What was refused before comes with the reason as its last column.
        _width = names[^1] == RefusedRecords.Column ? names.Count - 1 : names.Count;
        Header = CsvFields.Join(names.Take(_width));
    }

    /// <summary>For CSV, the line with the names of the columns.</summary>
    public string? Header { get; }

    /// <summary>How many bytes there are.</summary>
    public long Length => _file.Length;

    /// <summary>How many bytes were read.</summary>
    public long Position => _file.Position;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it is; where CSV is wanted, JSON lines are told by their extension.</param>
    /// <param name="isCsv">Whether records are wanted as CSV.</param>
    /// <param name="columns">The columns that there may be.</param>
    public static ImportSource Open(string path, bool isCsv, IReadOnlyList<string> columns)
    {
        try
        {
            return new(path, File.OpenRead(path), isCsv, columns);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Misused, $"{path}: {problem.Message}");
        }
    }

    /// <summary>The records.</summary>
    public IEnumerable<ImportRecord> Read() => _csv is not null ? ReadCsv(_csv) : _columns is not null ? ReadLines().Select(ToCsv) : ReadLines();

    public void Dispose() => _text.Dispose();

    /// <summary>What parts the names in the first line.</summary>
    private static char Separator(string path)
    {
        using var text = new StreamReader(Unpacked(File.OpenRead(path)));
        var names = text.ReadLine() ?? "";
        return ",;\t".MaxBy(separator => names.Count(c => c == separator));
    }

    private static Stream Unpacked(FileStream file)
    {
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private IEnumerable<ImportRecord> ReadCsv(CsvReader csv)
    {
        while (ReadCsvRecord(csv) is { } record)
            yield return new(record.Line, CsvFields.Join(record.Fields.Count == _width + 1 ? record.Fields.Take(_width) : record.Fields));
    }

    private CsvRecord? ReadCsvRecord(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (FormatException problem)
        {
            throw new CommandException(ExitCodes.Misused, $"{_path}: {problem.Message} Correct it and start the import again; it goes on where it was.");
        }
        catch (Exception problem) when (problem is DecoderFallbackException or InvalidDataException)
        {
            throw Unreadable(problem);
        }
    }

    private string? ReadTextLine()
    {
        try
        {
            return _text.ReadLine();
        }
        catch (Exception problem) when (problem is DecoderFallbackException or InvalidDataException)
        {
            throw Unreadable(problem);
        }
    }

    private CommandException Unreadable(Exception problem) =>
        new(ExitCodes.Misused, problem is DecoderFallbackException ? $"{_path} is not UTF-8." : $"{_path}: {problem.Message}");

    private IEnumerable<ImportRecord> ReadLines()
    {
        while (ReadTextLine() is { } line)
        {
            _line++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return new(_line, JsonLine.WithoutReason(line));
        }
    }

    /// <summary>A JSON object as a line of CSV; its members are named as the columns are.</summary>
    private ImportRecord ToCsv(ImportRecord record)
    {
        try
        {
            var fields = new string[_columns!.Count];
            foreach (var (name, value) in JsonLine.Parse(record))
            {
                var at = Array.IndexOf([.. _columns], CsvFields.Column(name));
                if (at < 0)
                    throw new ServerRefusal(400, $"\"{name}\" is not one of: {string.Join(", ", _columns)}", []);
                fields[at] = value is null ? "" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
            }

            return record with { Text = CsvFields.Join(fields.Select(field => field ?? "")) };
        }
        catch (ServerRefusal refusal)
        {
            return new(record.Line, CsvFields.Join([record.Text]), refusal.Message);
        }
    }
}
