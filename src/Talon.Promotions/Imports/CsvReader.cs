using System.Text;

namespace Talon.Promotions;

/// <summary>Reads comma-separated values, RFC 4180: quotes around a field, doubled inside it. Empty lines are passed over.</summary>
/// <param name="text">The text.</param>
/// <param name="separator">What stands between fields.</param>
public sealed class CsvReader(TextReader text, char separator = ',')
{
    /// <summary>Most fields of a record: far more than any table has columns.</summary>
    private const int MostFields = 1_000;

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="FormatException">A quote is not closed, or stands in the middle of a field; or there are more than 1,000 fields.</exception>
    public CsvRecord? Read()
    {
        SkipEmptyLines();
        if (text.Peek() < 0)
            return null;
        var line = _line;
        List<string> fields = [];
        do
        {
            if (fields.Count == MostFields)
                throw new FormatException($"Line {line}: there are more than {MostFields} fields.");
            fields.Add(ReadField());
        }
        while (Take(separator));

        EndLine();
        return new(line, fields);
    }

    private string ReadField()
    {
        _field.Clear();
        if (Take('"'))
            ReadQuoted();
        else
            ReadPlain();
        return _field.ToString();
    }

    private void ReadPlain()
    {
        for (var next = text.Peek(); next >= 0 && !Ends(next); next = text.Peek())
        {
            if (next == '"')
                throw new FormatException($"Line {_line}: a quote stands in the middle of a field.");
            _field.Append((char)text.Read());
        }
    }

    private void ReadQuoted()
    {
        var opened = _line;
        while (true)
        {
            var next = text.Read();
            if (next < 0)
                throw new FormatException($"Line {opened}: a quote is not closed.");
            if (next == '"' && !Take('"'))
                break;
            if (next == '\n')
                _line++;
            _field.Append((char)next);
        }

        if (text.Peek() is >= 0 and var after && !Ends(after))
            throw new FormatException($"Line {_line}: something follows a closing quote.");
    }

    private bool Ends(int next) => next == separator || next is '\r' or '\n';

    private void SkipEmptyLines()
    {
        while (text.Peek() is '\r' or '\n')
            EndLine();
    }

    private void EndLine()
    {
        Take('\r');
        Take('\n');
        _line++;
    }

    private bool Take(char wanted)
    {
        if (text.Peek() != wanted)
            return false;
        text.Read();
        return true;
    }
}
