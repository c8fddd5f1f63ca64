using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Finds out what exactly is wrong with JSON text; slower than parsing.</summary>
internal static class JsonText
{
    /// <summary>The first broken token, half character or repeated key; null when there is none.</summary>
    public static Problem? FindProblem(ReadOnlySpan<byte> json)
    {
        var findings = new Findings();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonBody.MaxDepth });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.String)
                    CheckValue(ref reader, findings);
            }
        }
        catch (JsonException exception)
        {
            findings.Add("Invalid JSON", exception.Message);
        }

        return findings.Problems.Count > 0 ? findings.Problems[0] : null;
    }

    private static void CheckValue(ref Utf8JsonReader reader, Findings findings)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                if (!TryGetText(ref reader, out _))
                    findings.Add("Invalid JSON", "The text holds half of a surrogate pair");
                break;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    findings.Enter(index);
                    CheckValue(ref reader, findings);
                    findings.Leave();
                }

                break;
            case JsonTokenType.StartObject:
                CheckMembers(ref reader, findings);
                break;
        }
    }

    private static void CheckMembers(ref Utf8JsonReader reader, Findings findings)
    {
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryGetText(ref reader, out var name))
            {
                findings.Add("Invalid JSON", "A key holds half of a surrogate pair");
                name = "";
            }

            findings.Enter(name);
            if (!names.Add(name))
                findings.Add("Invalid JSON", $"The key \"{Findings.Brief(name)}\" occurs more than once");
            reader.Read();
            CheckValue(ref reader, findings);
            findings.Leave();
        }
    }

    private static bool TryGetText(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
