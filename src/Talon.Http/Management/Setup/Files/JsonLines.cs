using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Talon.Http;

/// <summary>Finds the line of a JSON text that a pointer means.</summary>
public static class JsonLines
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The line, from 1, where what a pointer means begins; for something that is not there, that of what it would stand in.</summary>
    public static int Find(string text, string pointer)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Lenient);
        reader.Read();
        var place = reader.TokenStartIndex;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (!Enter(ref reader, step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), ref place))
                break;
        }

        return 1 + bytes.AsSpan(0, (int)place).Count((byte)'\n');
    }

    /// <summary>Moves to a member or element; false when there is none.</summary>
    private static bool Enter(ref Utf8JsonReader reader, string step, ref long place) => reader.TokenType switch
    {
        JsonTokenType.StartObject => EnterObject(ref reader, step, ref place),
        JsonTokenType.StartArray when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => EnterArray(ref reader, index, ref place),
        _ => false,
    };

    private static bool EnterObject(ref Utf8JsonReader reader, string name, ref long place)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader.TokenStartIndex;
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                place = at;
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool EnterArray(ref Utf8JsonReader reader, int index, ref long place)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
            {
                place = reader.TokenStartIndex;
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
